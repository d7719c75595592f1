package dev.cuecard.schema.generate;

import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What documents a place: its own text, and lines for the members of a union that are documented. */
public final class Description {

    private Description() {}

    /** The text, or null when there is none. */
    static @Nullable String of(@Nullable String doc, Type type) {
        List<String> lines = lines(doc, type);
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** The same as lines. */
    public static List<String> lines(@Nullable String doc, Type type) {
        List<String> lines = new ArrayList<>();
        if (doc != null && !doc.isBlank()) {
            lines.addAll(doc.strip().lines().toList());
        }
        members(type, lines);
        return lines;
    }

    private static void members(Type type, List<String> lines) {
        if (type instanceof Type.Literals literals) {
            literals.values().forEach(v -> member(v.value().toString(), v.doc(), lines));
        } else if (type instanceof Type.Union union) {
            union.members().forEach(m -> member(Types.show(m.type()), m.doc(), lines));
        } else if (type instanceof Type.Nullish nullish) {
            members(nullish.type(), lines);
        } else if (type instanceof Type.Image) {
            lines.add("A picture: the path of a file, or an https or data URL.");
        }
    }

    private static void member(String name, @Nullable String doc, List<String> lines) {
        if (doc != null && !doc.isBlank()) {
            lines.add(name + ": " + String.join(" ", doc.strip().lines().toList()));
        }
    }
}
