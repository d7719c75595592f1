package dev.cuecard.bind.match;

import dev.cuecard.bind.Spelled;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which name of a prompt a name of Java stands for: the one that it is annotated with, else the same, else the one that
 * differs only in how its words are set apart, as {@code maxItems} and {@code max_items} do.
 */
public final class Spelling {

    private Spelling() {}

    /** The name among those that are known, or null. */
    public static @Nullable String find(String java, AnnotatedElement element, List<String> known) {
        Spelled spelled = element.getAnnotation(Spelled.class);
        if (spelled != null) {
            return known.contains(spelled.value()) ? spelled.value() : null;
        } else if (known.contains(java)) {
            return java;
        }
        List<String> same =
                known.stream().filter(name -> bare(name).equals(bare(java))).toList();
        return same.size() == 1 ? same.get(0) : null;
    }

    /** What it is called when nothing is known of the names of the prompt. */
    public static String plain(String java, AnnotatedElement element) {
        Spelled spelled = element.getAnnotation(Spelled.class);
        return spelled == null ? java : spelled.value();
    }

    /** A name in lower case, without what sets its words apart. */
    private static String bare(String name) {
        return name.replaceAll("[-_ .]", "").toLowerCase(Locale.ROOT);
    }

    /** The strings among some literals. */
    public static List<String> words(Type.Literals literals) {
        return literals.values().stream()
                .map(Type.Literals.Value::value)
                .filter(Json.Str.class::isInstance)
                .map(word -> ((Json.Str) word).value())
                .toList();
    }

    /** The annotations of a constant of an enum. */
    public static AnnotatedElement field(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("each constant has a field", e);
        }
    }
}
