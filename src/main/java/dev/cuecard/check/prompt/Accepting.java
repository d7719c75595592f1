package dev.cuecard.check.prompt;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.lint.LintErrors;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.PromptFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes out the findings that a comment accepts: those on the line below it, and in the declaration that begins there.
 * What can be accepted are warnings, and that a model has retired.
 */
final class Accepting {

    private final CheckOptions options;
    private final List<Diagnostic> kept;

    private Accepting(CheckOptions options, List<Diagnostic> findings) {
        this.options = options;
        this.kept = new ArrayList<>(findings);
    }

    /**
     * The findings that are left.
     *
     * @param main the file that is checked: its comments that accept nothing are findings
     * @param others the files that it imports
     */
    static List<Diagnostic> apply(
            List<Diagnostic> findings, PromptFile main, List<PromptFile> others, CheckOptions options) {
        Accepting accepting = new Accepting(options, findings);
        for (PromptFile other : others) {
            other.accepts().forEach(accept -> accepting.accept(accept, other));
        }
        List<Diagnostic> idle = new ArrayList<>();
        for (PromptFile.Accept accept : main.accepts()) {
            boolean accepted = accepting.accept(accept, main);
            if (Arrays.stream(Code.values()).noneMatch(code -> isOf(accept, code))) {
                idle.add(LintErrors.acceptOfUnknown(accept));
            } else if (accept.reason().isBlank()) {
                idle.add(LintErrors.acceptWithoutReason(accept));
            } else if (!accepted && accepting.couldBeFound(accept)) {
                idle.add(LintErrors.acceptOfNothing(accept));
            }
        }
        accepting.kept.addAll(idle);
        accepting.kept.sort(Diagnostic.BY_PLACE);
        return accepting.kept;
    }

    private static boolean isOf(PromptFile.Accept accept, Code code) {
        return code.name().equals(accept.code().text());
    }

    private boolean accept(PromptFile.Accept accept, PromptFile file) {
        return kept.removeIf(
                finding -> isAcceptable(finding) && isOf(accept, finding.code()) && isBelow(finding, accept, file));
    }

    private static boolean isAcceptable(Diagnostic finding) {
        return finding.primary() != null && (!finding.isError() || finding.code() == Code.P310);
    }

    private static boolean isBelow(Diagnostic finding, PromptFile.Accept accept, PromptFile file) {
        if (finding.primary() == null || finding.primary().span().source() != file.source()) {
            return false;
        }
        Span place = finding.primary().span();
        int line = lineBelow(accept.span().line(), file.source());
        return place.line() == line
                || file.declarations().stream()
                        .map(Declaration::span)
                        .anyMatch(span -> span.line() == line && contains(span, place));
    }

    private static boolean contains(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    /** The next line that is more than a comment. */
    private static int lineBelow(int comment, Source source) {
        int line = comment + 1;
        while (line < source.lineCount() && source.lineText(line).strip().startsWith("//")) {
            line++;
        }
        return line;
    }

    /** Whether this check would have found it: other stages find other codes, and some are looked for on wish. */
    private boolean couldBeFound(PromptFile.Accept accept) {
        String code = accept.code().text();
        boolean dated = code.equals(Code.P310.name()) || code.equals(Code.P319.name());
        return !(dated && options.today() == null) && !(code.startsWith("P8") && !options.lints());
    }
}
