package dev.cuecard.junit;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.util.List;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A prompt file, which holds its tests. */
final class FileNode extends AbstractTestDescriptor implements Node<Context> {

    static final String SEGMENT = "file";

    private final LoadedFile file;

    FileNode(UniqueId parent, LoadedFile file) {
        super(
                parent.append(SEGMENT, file.name()),
                file.name(),
                FileSource.from(file.path().toFile()));
        this.file = file;
    }

    LoadedFile file() {
        return file;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** Of recordings that nothing asks for only when all tests have run is there something to say. */
    @Override
    public void after(Context context) {
        if (getChildren().size() == file.cases().size()) {
            List<Diagnostic> remarks = context.running().remarks(file.plan());
            if (!remarks.isEmpty()) {
                String text = DiagnosticRenderer.plain().render(remarks);
                context.listener().reportingEntryPublished(this, ReportEntry.from("remarks", text));
            }
        }
    }
}
