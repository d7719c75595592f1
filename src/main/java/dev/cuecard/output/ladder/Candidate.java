package dev.cuecard.output.ladder;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.validate.Violation;
import dev.cuecard.schema.validate.ViolationPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A JSON value that a reply may be meant to be.
 *
 * @param value the value
 * @param document where its parts stand, in the reply or in a text that was made of it
 * @param origin from places in the text of the document to those in the reply
 * @param place where in the reply it stands
 * @param recoveries what it took to find it
 */
public record Candidate(
        Json value, JsonDocument document, UnaryOperator<Span> origin, Span place, List<Recovery> recoveries) {

    /** Copies the recoveries. */
    public Candidate {
        recoveries = List.copyOf(recoveries);
    }

    /** A value that stands in the reply as it is. */
    static Candidate of(JsonDocument document, List<Recovery> recoveries) {
        return new Candidate(document.value(), document, UnaryOperator.identity(), document.span(), recoveries);
    }

    /** The same after one more recovery. */
    Candidate with(Recovery recovery) {
        return with(List.of(recovery));
    }

    /** The same after some more recoveries. */
    Candidate with(List<Recovery> more) {
        List<Recovery> all = new ArrayList<>(recoveries);
        all.addAll(more);
        return new Candidate(value, document, origin, place, all);
    }

    /** The same with a recovery that was made before all others. */
    Candidate after(Recovery recovery) {
        return new Candidate(value, document, origin, place, List.of(recovery)).with(recoveries);
    }

    /** Where in the reply that stands which does not fit. */
    public Span place(Violation violation) {
        return origin.apply(ViolationPlace.in(document, "", violation));
    }

    /** Where in the reply the value stands that a JSON Pointer names. */
    public Span place(String pointer) {
        return origin.apply(document.span(pointer));
    }
}
