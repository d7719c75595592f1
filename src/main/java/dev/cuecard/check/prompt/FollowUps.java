package dev.cuecard.check.prompt;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.parse.Parsed;
import java.util.List;

/** Tells the findings that may well be nothing but what a mistake of the text has left behind. */
final class FollowUps {

    private FollowUps() {}

    static boolean follows(Diagnostic finding, Parsed parsed) {
        return parsed.findings().stream().anyMatch(mistake -> causes(mistake, finding, parsed.file()));
    }

    /**
     * The findings, less the remarks that a comment documents nothing where there are errors: what it documents may be
     * what could not be read.
     */
    static List<Diagnostic> without(List<Diagnostic> found) {
        return found.stream()
                .filter(finding -> finding.code() != Code.P023 || !Diagnostic.stops(found))
                .toList();
    }

    private static boolean causes(Diagnostic mistake, Diagnostic finding, PromptFile file) {
        if (!mistake.isError() || mistake.primary() == null || finding.primary() == null) {
            return false;
        }
        if (finding.code() == Code.P309) {
            // The output that is missed may be what could not be read.
            return true;
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
}
