package dev.cuecard.check.prompt;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.parse.Parsed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        Set<Object> told = new HashSet<>();
        return found.stream()
                .filter(finding -> finding.code() != Code.P023 || !Diagnostic.stops(found))
                .filter(finding -> finding.code() != Code.P221 || !isTestedByAnotherName(finding, found))
                .filter(finding -> told.add(identity(finding)))
                .toList();
    }

    /** A file that is read twice gives its mistakes twice. */
    private static Object identity(Diagnostic finding) {
        Span at = finding.primary() == null ? null : finding.primary().span();
        return at == null
                ? finding
                : List.of(finding.code(), finding.message(), at.source().name(), at.start(), at.end());
    }

    /** What may be missing is tested in a condition above whose name is misspelt. */
    private static boolean isTestedByAnotherName(Diagnostic lacks, List<Diagnostic> found) {
        if (lacks.primary() == null) {
            return false;
        }
        Span at = lacks.primary().span();
        return found.stream().anyMatch(other -> {
            if (other.primary() == null
                    || other.help() == null
                    || other.primary().span().source() != at.source()
                    || other.primary().span().start() > at.start()) {
                return false;
            }
            boolean near = at.line() == other.primary().span().line();
            return switch (other.code()) {
                case P201, P204 ->
                    other.help().equals("did you mean " + Quoted.of(at.text()) + "?")
                            || other.help().equals("did you mean " + Quoted.of(lastOf(at.text())) + "?")
                            || (near && other.help().equals("did you mean `null`?"));
                default -> false;
            };
        });
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static boolean causes(Diagnostic mistake, Diagnostic finding, PromptFile file) {
        if (!mistake.isError() || mistake.primary() == null || finding.primary() == null) {
            return false;
        }
        if (finding.code() == Code.P309 || finding.code() == Code.P313) {
            // The output or the user message that is missed may be what could not be read.
            return true;
        }
        Span cause = mistake.primary().span();
        Span place = finding.primary().span();
        if (cause.source() != place.source()) {
            return false;
        }
        return cause.line() == place.line()
                || (blurs(mistake.code(), finding.code()) && areTogether(cause, place, file));
    }

    /** Whether a mistake may be the cause of a finding anywhere in the declaration in which it stands. */
    private static boolean blurs(Code mistake, Code finding) {
        return switch (mistake) {
            case P019 -> true;
            // A tag that is none tests nothing.
            case P018 -> finding == Code.P221;
            // What follows an open bracket or string is read as a part of it.
            case P003, P004, P007 ->
                switch (finding) {
                    case P204, P222, P401, P402 -> true;
                    default -> false;
                };
            default -> false;
        };
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
