package dev.cuecard.repl.complete.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value looks like, as far as it matters to who writes or reads it. */
public interface Shape {

    /** A shape of which nothing is known. */
    Shape UNKNOWN = new Shape() {
        @Override
        public String shown() {
            return "any";
        }

        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public @Nullable Shape item() {
            return null;
        }

        @Override
        public List<String> literals() {
            return List.of();
        }
    };

    /** A field; {@code doc} is empty without any. */
    record Field(String name, boolean optional, String doc, Shape shape) {}

    /** The type, as the language writes it on one line. */
    String shown();

    /** The fields that a value may have. */
    List<Field> fields();

    /** What a list holds, or null when it is none. */
    @Nullable
    Shape item();

    /** The literals that a value can be, as the language writes them; empty when there are others. */
    List<String> literals();

    /** The shape of what a path leads to: names of fields, and {@code []} for an item. */
    default Shape follow(List<String> path) {
        Shape at = this;
        for (String step : path) {
            Shape next = at.step(step);
            if (next == null) {
                return UNKNOWN;
            }
            at = next;
        }
        return at;
    }

    private @Nullable Shape step(String name) {
        if (name.equals("[]")) {
            return item();
        }
        return fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(Field::shape)
                .orElse(null);
    }
}
