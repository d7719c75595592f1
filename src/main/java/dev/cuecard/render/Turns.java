package dev.cuecard.render;

import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The predeclared types of a conversation: {@code Turn} and {@code Turn[]}. */
final class Turns {

    private static final Type TEXT = new Type.Text(null, null, null, null);

    /** {@code Turn { role: "user" | "assistant", content: string, name?: string }}. */
    static final Type TURN = new Type.Obj(
            List.of(
                    field("role", new Type.Literals(List.of(literal("user"), literal("assistant")), null), false),
                    field("content", TEXT, false),
                    field("name", TEXT, true)),
            false,
            null);

    /** What {@code history} is. */
    static final Type HISTORY = new Type.Array(TURN, null, null, null);

    private Turns() {}

    private static Type.Obj.Field field(String name, Type type, boolean optional) {
        return new Type.Obj.Field(name, type, optional, null, null);
    }

    private static Type.Literals.Value literal(String word) {
        return new Type.Literals.Value(Json.of(word), null, null);
    }

    /** A member of a turn that holds a text, or null without it. */
    static @Nullable String text(Json turn, String name) {
        Json value = turn instanceof Json.Obj object ? object.get(name) : null;
        return value instanceof Json.Str text ? text.value() : null;
    }
}
