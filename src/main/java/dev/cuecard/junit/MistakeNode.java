package dev.cuecard.junit;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** What cannot be run: a file with a mistake, or a place without a test. It fails, and says why. */
final class MistakeNode extends AbstractTestDescriptor implements Node<Context> {

    static final String SEGMENT = "mistake";

    private final String text;

    MistakeNode(UniqueId parent, String name, @Nullable TestSource source, String text) {
        super(parent.append(SEGMENT, name), name, source);
        this.text = text;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Context execute(Context context, DynamicTestExecutor dynamic) {
        throw new NoVerdict(Ending.told(text));
    }
}
