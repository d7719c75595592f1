package dev.cuecard.schema.sketch;

import dev.cuecard.schema.Restrictions;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Description;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comments of a sketch: the documentation above a place, and the restrictions behind it. */
final class SketchNotes {

    private final SketchNames names;

    SketchNotes(SketchNames names) {
        this.names = names;
    }

    /** The documentation of a place and of the types that are told in it, as lines. */
    List<String> above(@Nullable String doc, Type type) {
        List<String> lines = new ArrayList<>();
        add(doc, type, lines);
        return lines;
    }

    private void add(@Nullable String doc, Type type, List<String> lines) {
        if (type instanceof Type.Nullish nullish) {
            add(doc, nullish.type(), lines);
            return;
        }
        lines.addAll(Description.lines(doc, type));
        if (type instanceof Type.Named named && names.inPlace(named.declared())) {
            add(named.declared().doc(), named.declared().type(), lines);
        } else if (type instanceof Type.Array array) {
            add(null, array.item(), lines);
        } else if (type instanceof Type.MapOf map) {
            add(null, map.value(), lines);
        } else if (type instanceof Type.Union union) {
            union.members().forEach(m -> add(null, m.type(), lines));
        }
    }

    /** The restrictions in words; empty when there are none. */
    String behind(Type type) {
        if (type instanceof Type.Named named) {
            return names.inPlace(named.declared()) ? behind(named.declared().type()) : "";
        } else if (type instanceof Type.Nullish nullish) {
            return behind(nullish.type());
        } else if (type instanceof Type.Union union) {
            return ofUnion(union);
        }
        List<String> words = Restrictions.of(type);
        if (type instanceof Type.Array array) {
            each("each ", array.item(), words);
        } else if (type instanceof Type.MapOf map) {
            each("each value ", map.value(), words);
        }
        return String.join(", ", words);
    }

    private void each(String prefix, Type type, List<String> words) {
        String note = behind(type);
        if (!note.isEmpty()) {
            words.add(prefix + note);
        }
    }

    private String ofUnion(Type.Union union) {
        List<String> parts = new ArrayList<>();
        for (Type.Union.Member member : union.members()) {
            String note = behind(member.type());
            if (!note.isEmpty()) {
                parts.add(word(Types.unfold(member.type())) + ": " + note);
            }
        }
        return String.join("; ", parts);
    }

    private static String word(Type type) {
        if (type instanceof Type.Num number) {
            return number.integer() ? "integer" : "number";
        } else if (type instanceof Type.Array) {
            return "list";
        } else if (type instanceof Type.MapOf) {
            return "object";
        }
        return "string";
    }
}
