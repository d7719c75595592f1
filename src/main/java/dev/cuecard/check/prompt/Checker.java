package dev.cuecard.check.prompt;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Checked;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Parsed;
import dev.cuecard.syntax.PromptFile;
import java.util.ArrayList;
import java.util.List;

/** Makes one resolved, immutable prompt of a tree and of the files that it names. */
public final class Checker {

    private Checker() {}

    /**
     * Checks a file that was read; what the reading found is among the findings. A file with a mistake is checked as far
     * as it could be read, less what only that mistake causes.
     */
    public static Checked check(Parsed parsed, FileSource files, CheckOptions options) {
        Checked checked = check(parsed.file(), files, options);
        List<Diagnostic> all = new ArrayList<>(parsed.findings());
        for (Diagnostic finding : checked.findings()) {
            if (parsed.findings().stream().noneMatch(mistake -> causes(mistake, finding, parsed.file()))) {
                all.add(finding);
            }
        }
        all.sort(Diagnostic.BY_PLACE);
        CheckedPrompt prompt = Diagnostic.stops(parsed.findings()) ? null : checked.prompt();
        return new Checked(prompt, all, checked.trusted());
    }

    /** Whether a finding may well be nothing but what a mistake of the text has left behind. */
    private static boolean causes(Diagnostic mistake, Diagnostic finding, PromptFile file) {
        if (!mistake.isError() || mistake.primary() == null || finding.primary() == null) {
            return false;
        }
        Span cause = mistake.primary().span();
        Span place = finding.primary().span();
        if (cause.source() != place.source()) {
            return false;
        }
        return cause.line() == place.line() || (mistake.code() == Code.P019 && areTogether(cause, place, file));
    }

    /** A text with tags of another language is written in that language. */
    private static boolean areTogether(Span cause, Span place, PromptFile file) {
        return file.declarations().stream()
                .map(Declaration::span)
                .anyMatch(span -> contains(span, cause) && contains(span, place));
    }

    private static boolean contains(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    /**
     * Checks a tree. What its reading found is not found again: a tree with broken declarations has no prompt, and no
     * finding that only they cause.
     */
    public static Checked check(PromptFile file, FileSource files, CheckOptions options) {
        return new PromptChecker(file, files).check();
    }
}
