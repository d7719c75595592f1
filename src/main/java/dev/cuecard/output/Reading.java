package dev.cuecard.output;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.output.ladder.Recovery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reply was understood to say.
 *
 * @param outcome the verdict
 * @param output the value, out of its wrapper; null unless the outcome is {@code valid} or {@code ensure_failed}
 * @param reply the text of the reply, which the places below are of
 * @param recoveries what was done to understand it, in the order in which it was done
 * @param errors what is wrong with it, all of it; empty for a valid one
 * @param findings the same for people, the first few of it, by place
 */
public record Reading(
        Outcome outcome,
        @Nullable Json output,
        Source reply,
        List<Recovery> recoveries,
        List<ReplyError> errors,
        List<Diagnostic> findings) {

    /** Copies the lists. */
    public Reading {
        recoveries = List.copyOf(recoveries);
        errors = List.copyOf(errors);
        findings = List.copyOf(findings);
    }

    /** The same with another reason. */
    public Reading because(Diagnostic finding) {
        ReplyError error = new ReplyError("", finding.message(), null, null);
        return new Reading(outcome, output, reply, recoveries, List.of(error), List.of(finding));
    }

    /** Whether the reply is what the prompt asks for. */
    public boolean isValid() {
        return outcome == Outcome.VALID;
    }
}
