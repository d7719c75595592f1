package dev.cuecard.output;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Violation;
import dev.cuecard.schema.ViolationPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that a reply may be meant to be.
 *
 * @param value the value
 * @param document where its parts stand
 * @param whole the place in the reply for all of its parts, where the document is of a text that was escaped in the
 *     reply; null where the document is of the reply itself
 * @param recoveries what it took to find it
 */
record Candidate(
        Json value, JsonDocument document, @Nullable Span whole, List<Recovery> recoveries) {

    Candidate {
        recoveries = List.copyOf(recoveries);
    }

    static Candidate of(JsonDocument document, List<Recovery> recoveries) {
        return new Candidate(document.value(), document, null, recoveries);
    }

    /** Where in the reply it stands. */
    Span place() {
        return whole == null ? document.span() : whole;
    }

    Span place(Violation violation) {
        return whole == null ? ViolationPlace.in(document, "", violation) : whole;
    }

    Span place(String pointer) {
        return whole == null ? document.span(pointer) : whole;
    }
}
