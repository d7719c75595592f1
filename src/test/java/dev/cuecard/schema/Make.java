package dev.cuecard.schema;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types for tests, in few words. */
public final class Make {

    private Make() {}

    public static Type.Text text(@Nullable Integer min, @Nullable Integer max, @Nullable String pattern) {
        return new Type.Text(min, max, pattern == null ? null : regex(pattern), null);
    }

    public static Type.Text text(@Nullable Integer min, @Nullable Integer max) {
        return text(min, max, null);
    }

    public static Regex regex(String pattern) {
        try {
            return Regex.of(pattern);
        } catch (Regex.Broken e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** {@code range("0<..1")}: the bounds as the language writes them. */
    public static Type.Num number(String range) {
        return num(false, range);
    }

    public static Type.Num integer(String range) {
        return num(true, range);
    }

    private static Type.Num num(boolean integer, String range) {
        String low = range.substring(0, range.indexOf(".."));
        String high = range.substring(range.indexOf("..") + 2);
        boolean lowOpen = low.endsWith("<");
        boolean highOpen = high.startsWith("<");
        return new Type.Num(
                integer, decimal(low.replace("<", "")), lowOpen, decimal(high.replace("<", "")), highOpen, null);
    }

    private static @Nullable BigDecimal decimal(String digits) {
        return digits.isEmpty() ? null : new BigDecimal(digits);
    }

    public static Type.Format format(Type.Format.Kind kind) {
        return new Type.Format(kind, null);
    }

    public static Type.Literals literals(Object... values) {
        return new Type.Literals(
                Arrays.stream(values)
                        .map(v -> new Type.Literals.Value(literal(v), null, null))
                        .toList(),
                null);
    }

    public static Type.Literals.Value literal(Object value, @Nullable String doc) {
        return new Type.Literals.Value(literal(value), doc, null);
    }

    private static Json literal(Object value) {
        if (value instanceof String text) {
            return Json.of(text);
        } else if (value instanceof Boolean truth) {
            return Json.of(truth.booleanValue());
        }
        return Json.of(new BigDecimal(value.toString()));
    }

    public static Type.Array list(Type item) {
        return list(item, null, null);
    }

    public static Type.Array list(Type item, @Nullable Integer min, @Nullable Integer max) {
        return new Type.Array(item, min, max, null);
    }

    /** {@code object("a", T, "b?", U)}; a last {@code "..."} opens it. */
    public static Type.Obj object(Object... namesAndTypes) {
        List<Type.Obj.Field> fields = new ArrayList<>();
        boolean open = namesAndTypes.length % 2 == 1;
        for (int i = 0; i + 1 < namesAndTypes.length; i += 2) {
            String name = (String) namesAndTypes[i];
            boolean optional = name.endsWith("?");
            fields.add(field(
                    optional ? name.substring(0, name.length() - 1) : name,
                    (Type) namesAndTypes[i + 1],
                    optional,
                    null));
        }
        return new Type.Obj(List.copyOf(fields), open, null);
    }

    public static Type.Obj.Field field(String name, Type type, boolean optional, @Nullable String doc) {
        return new Type.Obj.Field(name, type, optional, doc, null);
    }

    public static Type.MapOf map(Type value) {
        return new Type.MapOf(value, null);
    }

    public static Type.Nullish nullable(Type type) {
        return new Type.Nullish(type, null);
    }

    public static Type.Union union(Type... members) {
        return new Type.Union(
                Arrays.stream(members).map(m -> new Type.Union.Member(m, null)).toList(), null);
    }

    public static Type.Declared declared(String name, @Nullable String doc) {
        return new Type.Declared(name, doc, null);
    }

    public static Type.Named named(String name, Type meaning) {
        Type.Declared declared = declared(name, null);
        declared.means(meaning);
        return use(declared);
    }

    public static Type.Named use(Type.Declared declared) {
        return new Type.Named(declared, null);
    }

    public static Type.External external(String name, String schema) {
        return new Type.External(json(schema), new Source(name, schema), null);
    }

    public static Json json(String text) {
        return ((JsonReading.Parsed) JsonText.parse(new Source("test.json", text)))
                .document()
                .value();
    }

    public static String compact(Json value) {
        return JsonText.compact(value);
    }
}
