package dev.cuecard.check.value;

import dev.cuecard.check.Expr;
import dev.cuecard.check.types.Given;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression and what is known of its value.
 *
 * @param type the type of its value where it has one
 * @param missing whether it may have none
 * @param items the items of a list literal, or the values of an object literal; empty for others
 */
public record Typed(Expr expr, Type type, boolean missing, List<Typed> items) {

    /** Copies the items. */
    public Typed {
        items = List.copyOf(items);
    }

    /** A value that is there. */
    public static Typed of(Expr expr, Type type) {
        return new Typed(expr, type, false, List.of());
    }

    /** A constant. */
    public static Typed constant(Span span, Json value) {
        return of(new Expr.Const(span, value), Types.of(value));
    }

    /** What stands where a mistake was found. */
    public static Typed unknown(Span span) {
        return of(new Expr.Const(span, Json.nil()), Given.UNKNOWN);
    }

    /** Whether a mistake was found in it. */
    public boolean isUnknown() {
        return Given.isUnknown(type);
    }

    /** Whether it may be missing or null. */
    public boolean lacks() {
        return missing || isNullable();
    }

    /** Whether its type says that it may be null; {@code any} does not say so. */
    public boolean isNullable() {
        return !Types.acceptsAnything(type) && Types.acceptsNull(type);
    }

    /** The same value, known to be there. */
    public Typed present() {
        return lacks() ? new Typed(expr, isNullable() ? Types.withoutNull(type) : type, false, items) : this;
    }

    /** The value, if it is known. */
    public @Nullable Json value() {
        return expr instanceof Expr.Const constant && !isUnknown() ? constant.value() : null;
    }

    /** The string, if it is known. */
    public @Nullable String string() {
        return value() instanceof Json.Str text ? text.value() : null;
    }

    /** The text it was checked from. */
    public Span span() {
        return expr.span();
    }
}
