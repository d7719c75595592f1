package dev.cuecard.testing;

import dev.cuecard.Result;
import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a test.
 *
 * @param verdict how it ended
 * @param result what came of asking, or null when nothing was asked
 * @param findings why it did not pass, and warnings
 * @param notJudged the expectations that were not judged, since a made-up reply says nothing of them
 */
public record Trial(Verdict verdict, @Nullable Result result, List<Diagnostic> findings, int notJudged) {

    /** Copies the findings. */
    public Trial {
        findings = List.copyOf(findings);
    }

    /** One that ended before there was a reply. */
    static Trial without(Verdict verdict, List<Diagnostic> findings) {
        return new Trial(verdict, null, findings, 0);
    }
}
