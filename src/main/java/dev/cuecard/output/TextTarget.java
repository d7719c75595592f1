package dev.cuecard.output;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.util.ArrayList;
import java.util.List;

/** Reads a text as a string, a literal, a number or a truth value of a type. Compiled once. */
final class TextTarget {

    private final Validator validator;

    TextTarget(Type type) {
        validator = Validator.compile(Schemas.full(type));
    }

    /**
     * What a text was read as.
     *
     * @param value the value
     * @param violations what is wrong with it
     */
    record Read(Json value, List<Violation> violations) {}

    /** The first reading that fits, a string before all others; else the one that is nearest to fitting. */
    Read read(Span trimmed) {
        List<Json> values = new ArrayList<>();
        values.add(Json.of(trimmed.text()));
        if (JsonText.parse(trimmed) instanceof JsonReading.Parsed parsed) {
            Json value = parsed.document().value();
            if (value instanceof Json.Num || value instanceof Json.Bool) {
                values.add(value);
            }
        }
        Read nearest = null;
        for (Json value : values) {
            Read read = new Read(value, validator.validate(value));
            if (read.violations().isEmpty()) {
                return read;
            }
            boolean otherKind = read.violations().get(0).kind() == Violation.Kind.TYPE;
            nearest = nearest == null || !otherKind ? read : nearest;
        }
        if (nearest == null) {
            throw new IllegalStateException("a text is at least a string");
        }
        return nearest;
    }
}
