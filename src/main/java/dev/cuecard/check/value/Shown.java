package dev.cuecard.check.value;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Values and types as messages speak of them. */
public final class Shown {

    private Shown() {}

    /** A value: itself where it is known and small, else its type. */
    public static String value(Typed typed) {
        Json value = typed.value();
        if (value != null && !(value instanceof Json.Arr) && !(value instanceof Json.Obj)) {
            return Quoted.of(value.toString());
        }
        return Quoted.of(Types.show(typed.type()));
    }

    /** What this text is. */
    public static String label(Typed typed) {
        return label(typed.type());
    }

    /** What a text of the type is. */
    public static String label(Type type) {
        Set<Kind> kinds = Kind.of(type);
        return kinds.size() == 1 ? kinds.iterator().next().phrase() : Quoted.of(Types.show(type));
    }

    /** The kinds of a type, in words. */
    public static String kinds(Type type) {
        return label(type);
    }

    /** The strings that a type lists, for did-you-mean. */
    static List<String> strings(Type type) {
        List<String> strings = new ArrayList<>();
        Type open = Types.unfold(type);
        if (open instanceof Type.Nullish nullish) {
            return strings(nullish.type());
        } else if (open instanceof Type.Literals literals) {
            literals.values().forEach(v -> {
                if (v.value() instanceof Json.Str text) {
                    strings.add(text.value());
                }
            });
        }
        return strings;
    }
}
