package dev.cuecard.bind.match;

import dev.cuecard.bind.JavaType;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something of Java that is to hold a value.
 *
 * @param java its type
 * @param at what a programmer calls it, such as {@code Review.confidence} or {@code Review.reasons[]}; empty for the
 *     whole value
 * @param origin where the prompt says what the value is, or null when nothing does
 */
public record Slot(JavaType java, String at, @Nullable Span origin) {

    private static final Map<Class<?>, Object> EMPTY = Map.of(
            Optional.class,
            Optional.empty(),
            OptionalInt.class,
            OptionalInt.empty(),
            OptionalLong.class,
            OptionalLong.empty(),
            OptionalDouble.class,
            OptionalDouble.empty());

    /** The class. */
    public Class<?> raw() {
        return java.raw();
    }

    /** The class, of a primitive the one that boxes it. */
    public Class<?> boxed() {
        return MethodType.methodType(raw()).wrap().returnType();
    }

    /** Whether it is one of the four optionals of the JDK. */
    public boolean isOptional() {
        return EMPTY.containsKey(raw());
    }

    /** Whether it can hold that there is no value. */
    public boolean canBeEmpty() {
        return isOptional() || (java.nullable() && !raw().isPrimitive());
    }

    /** What it holds when there is no value. */
    public @Nullable Object empty() {
        return EMPTY.get(raw());
    }

    /** What an optional is of. */
    public Slot content() {
        if (raw() == Optional.class) {
            return new Slot(java.arg(0), at, origin);
        }
        Class<?> of = raw() == OptionalInt.class ? int.class : raw() == OptionalLong.class ? long.class : double.class;
        return new Slot(JavaType.of(of), at, origin);
    }

    /** An item of it, or the value of any key. */
    public Slot item(JavaType item, String mark) {
        return new Slot(item, (at.isEmpty() ? java.toString() : at) + mark, origin);
    }

    /** The same, where the prompt speaks of it elsewhere. */
    public Slot at(@Nullable Span place) {
        return place == null ? this : new Slot(java, at, place);
    }

    /** In a message: {@code `Review.confidence` of type `int`}, or only the type. */
    String named() {
        return at.isEmpty() ? Quoted.of(java.toString()) : Quoted.of(at) + " of type " + Quoted.of(java.toString());
    }
}
