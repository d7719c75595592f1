package dev.cuecard.check;

import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.PromptParser;
import java.util.List;
import java.util.Map;

/** Checks texts as a user's files are checked, without a look at what is only worth fixing. */
final class Checks {

    static final String NAME = "test.prompt";

    private Checks() {}

    static Checked check(String text) {
        return check(text, MemoryFiles.none());
    }

    static Checked check(String text, Map<String, String> files) {
        return check(text, new MemoryFiles(files));
    }

    /** The findings of both stages. */
    static Checked check(String text, FileSource files) {
        return Checker.check(PromptParser.parse(new Source(NAME, text)), files, new CheckOptions(false));
    }

    /** The prompt, which must have no findings. */
    static CheckedPrompt clean(String text) {
        Checked checked = check(text);
        if (checked.prompt() == null || !checked.findings().isEmpty()) {
            throw new AssertionError(shown(checked.findings()));
        }
        return checked.prompt();
    }

    /** The codes of the findings, in their order. */
    static List<String> codes(String text) {
        return check(text).findings().stream().map(d -> d.code().name()).toList();
    }

    /** The findings as a user sees them, the count aside. */
    static String shown(String text) {
        return shown(check(text).findings());
    }

    static String shown(List<Diagnostic> findings) {
        StringBuilder all = new StringBuilder();
        findings.forEach(d -> all.append(DiagnosticRenderer.plain().render(d)).append('\n'));
        return all.toString();
    }
}
