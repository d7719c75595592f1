package dev.cuecard.schema.validate;

import dev.cuecard.data.JsonDocument;
import dev.cuecard.diagnostic.Span;

/** Where in a text that holds a value something is wrong with it: the smallest text to show. */
public final class ViolationPlace {

    private ViolationPlace() {}

    /**
     * The place of a violation in the document that holds the judged value at a pointer: the wrong value, the name of a
     * field that is not known, or the brace that opens an object where one is missing.
     */
    public static Span in(JsonDocument document, String pointer, Violation violation) {
        String whole = pointer + violation.pointer();
        Span span = document.span(whole);
        return switch (violation.kind()) {
            case UNKNOWN -> document.keySpan(whole);
            case MISSING -> new Span(span.source(), span.start(), Math.min(span.start() + 1, span.end()));
            default -> span;
        };
    }
}
