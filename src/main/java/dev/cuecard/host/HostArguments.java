package dev.cuecard.host;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call by the names of the parameters; of a filter the filtered value is the first. They fit the
 * declared types, so that asking for one by another type, or for one that was left out, is a mistake of the host's.
 *
 * @param values the arguments; one that was left out is no member
 */
public record HostArguments(Json.Obj values) {

    /** Whether an argument was given. */
    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** An argument, or null when it was left out. */
    public @Nullable Json find(String name) {
        return values.get(name);
    }

    /**
     * An argument.
     *
     * @throws IllegalArgumentException when it was left out
     */
    public Json json(String name) {
        Json value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the argument `" + name + "` is not given");
        }
        return value;
    }

    /**
     * A text, or a date or another value that is written as one.
     *
     * @throws IllegalArgumentException when it was left out, or is none
     */
    public String text(String name) {
        if (json(name) instanceof Json.Str text) {
            return text.value();
        }
        throw wrong(name, "text");
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException as {@link #text}
     */
    public BigDecimal number(String name) {
        if (json(name) instanceof Json.Num number) {
            return number.value();
        }
        throw wrong(name, "number");
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException as {@link #text}
     * @throws ArithmeticException when it has a fraction, or is beyond an {@code int}
     */
    public int integer(String name) {
        return number(name).intValueExact();
    }

    /**
     * A boolean.
     *
     * @throws IllegalArgumentException as {@link #text}
     */
    public boolean flag(String name) {
        if (json(name) instanceof Json.Bool truth) {
            return truth.value();
        }
        throw wrong(name, "boolean");
    }

    /**
     * The items of a list.
     *
     * @throws IllegalArgumentException as {@link #text}
     */
    public List<Json> list(String name) {
        if (json(name) instanceof Json.Arr list) {
            return list.items();
        }
        throw wrong(name, "list");
    }

    private static IllegalArgumentException wrong(String name, String kind) {
        return new IllegalArgumentException("the argument `" + name + "` is no " + kind);
    }
}
