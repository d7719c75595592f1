package dev.cuecard.bind.match;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The four optionals of the JDK as one. */
public final class Optionals {

    private Optionals() {}

    /** An optional of that class. */
    public static Object of(Class<?> raw, @Nullable Object value) {
        if (raw == OptionalInt.class) {
            return OptionalInt.of((int) Objects.requireNonNull(value));
        } else if (raw == OptionalLong.class) {
            return OptionalLong.of((long) Objects.requireNonNull(value));
        } else if (raw == OptionalDouble.class) {
            return OptionalDouble.of((double) Objects.requireNonNull(value));
        }
        return Optional.ofNullable(value);
    }

    /** What an optional holds, or null; anything else is itself. */
    public static @Nullable Object content(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return content(optional.orElse(null));
        } else if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        } else if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        } else if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        return value;
    }
}
