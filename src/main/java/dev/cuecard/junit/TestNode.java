package dev.cuecard.junit;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.TestCase;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** One test: with one of its rows, on one model. */
final class TestNode extends AbstractTestDescriptor implements Node<Context> {

    private static final String SEGMENT = "test";

    private final TestCase test;

    TestNode(UniqueId parent, LoadedFile file, TestCase test) {
        super(id(parent, test), test.name(), source(file, test));
        this.test = test;
    }

    /** The id of a test in its file. */
    static UniqueId id(UniqueId file, TestCase test) {
        UniqueId id = file.append(SEGMENT, test.test().name());
        id = test.row() > 0 ? id.append("row", Integer.toString(test.row())) : id;
        return test.model() == null ? id : id.append("model", test.model());
    }

    private static TestSource source(LoadedFile file, TestCase test) {
        Span name = test.test().origin();
        return FileSource.from(file.path().toFile(), FilePosition.from(name.line(), name.column()));
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Context execute(Context context, DynamicTestExecutor dynamic) throws InterruptedException {
        CaseResult result = context.running().run(test);
        context.listener().reportingEntryPublished(this, ReportEntry.from(Ending.facts(result)));
        Ending.raise(result);
        return context;
    }
}
