package dev.cuecard.check.types;

import dev.cuecard.data.Json;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.Arrays;
import java.util.List;

/** The types that no file declares: those the language gives, and the one that stands where a mistake was told. */
public final class Given {

    private static final Type.Declared UNKNOWN_NAME = new Type.Declared("?", null, null);
    private static final Type.Declared PART_NAME = new Type.Declared("message part", null, null);
    private static final Type.Declared TURN_NAME = new Type.Declared("Turn", null, null);

    /** What could not be told: a mistake of it is reported already, so everything fits it and it fits everything. */
    public static final Type UNKNOWN = new Type.Named(UNKNOWN_NAME, null);
    /** What {@code image()} gives: a part of a message. */
    public static final Type PART = new Type.Named(PART_NAME, null);
    /** A turn of a conversation. */
    public static final Type TURN = new Type.Named(TURN_NAME, null);

    static {
        UNKNOWN_NAME.means(Types.ANY);
        // No file can name the field, so nothing but a part fits a part.
        PART_NAME.means(object(field("image part", Types.NULL, false)));
        TURN_NAME.means(object(
                field("role", literals("user", "assistant"), false),
                field("content", Types.STRING, false),
                field("name", Types.STRING, true)));
    }

    private Given() {}

    /** The use of a declared type. */
    public static Type turn(dev.cuecard.diagnostic.Span origin) {
        return new Type.Named(TURN_NAME, origin);
    }

    /** Whether it is {@link #UNKNOWN}. */
    public static boolean isUnknown(Type type) {
        return type instanceof Type.Named named && named.declared() == UNKNOWN_NAME;
    }

    /** Whether it is {@link #PART}. */
    public static boolean isPart(Type type) {
        return type instanceof Type.Named named && named.declared() == PART_NAME;
    }

    /** Whether it is a picture, as an input or as a part, so that no text can be made of it. */
    public static boolean isPicture(Type type) {
        return isPart(type) || Types.unfold(type) instanceof Type.Image;
    }

    /** Whether all values of a type are of a kind, as far as can be known; a picture is of none. */
    public static boolean isOf(Type type, Kind kind) {
        return Types.acceptsAnything(type) || (Types.isOnly(type, kind) && !isPicture(type));
    }

    /** One of those strings. */
    public static Type literals(String... values) {
        return new Type.Literals(
                Arrays.stream(values)
                        .map(value -> new Type.Literals.Value(Json.of(value), null, null))
                        .toList(),
                null);
    }

    /** A closed object. */
    public static Type.Obj object(Type.Obj.Field... fields) {
        return new Type.Obj(List.of(fields), false, null);
    }

    /** A field that nothing documents. */
    public static Type.Obj.Field field(String name, Type type, boolean optional) {
        return new Type.Obj.Field(name, type, optional, null, null);
    }
}
