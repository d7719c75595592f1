package dev.cuecard.schema.validate;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Restrictions;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.read.SchemaReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types and values in the words of messages. */
final class Wording implements Type.Visitor<List<String>> {

    private static final int MOST_LITERALS = 7;

    private Wording() {}

    /** What is wanted: {@code a number from 1 to 5}. */
    static String wanted(Type type) {
        Set<String> alternatives = new LinkedHashSet<>(type.accept(new Wording()));
        return or(List.copyOf(alternatives));
    }

    /** What came instead: its kind, or the value itself where the kind is right. */
    static String got(Json value, Type wanted) {
        Kind kind = Kind.of(value);
        return kind == Kind.LIST || kind == Kind.OBJECT || !Kind.of(wanted).contains(kind)
                ? kind.phrase()
                : value(value);
    }

    /** A value as the prompt and the reply write it. */
    static String value(Json value) {
        return Quoted.of(value.toString());
    }

    private static String or(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static List<String> one(String words, @Nullable String restriction) {
        return List.of(restriction == null ? words : words + " " + restriction);
    }

    @Override
    public List<String> text(Type.Text type) {
        String size = Restrictions.count(type.min(), type.max(), "character");
        String words = size == null ? "a string" : "a string of " + size;
        return one(
                words,
                type.pattern() == null
                        ? null
                        : "matching " + Quoted.of(type.pattern().text()));
    }

    @Override
    public List<String> number(Type.Num type) {
        String words = type.integer() ? "an integer" : "a number";
        String range = Restrictions.range(type);
        return one(words, range != null && range.startsWith("at ") ? "of " + range : range);
    }

    @Override
    public List<String> bool(Type.Bool type) {
        return List.of("`true`", "`false`");
    }

    @Override
    public List<String> nil(Type.Null type) {
        return List.of("`null`");
    }

    @Override
    public List<String> any(Type.Any type) {
        return List.of("any value");
    }

    @Override
    public List<String> format(Type.Format type) {
        return List.of(
                switch (type.kind()) {
                    case DATE -> "a date such as `2026-11-24`";
                    case TIME -> "a time such as `14:30:00Z`";
                    case DATETIME -> "a date and time such as `2026-11-24T14:30:00Z`";
                    case EMAIL -> "an e-mail address such as `ada@example.com`";
                    case URI -> "a URI such as `https://example.com/a`";
                    case UUID -> "a UUID such as `123e4567-e89b-12d3-a456-426614174000`";
                });
    }

    @Override
    public List<String> literals(Type.Literals type) {
        List<String> values = new ArrayList<>();
        type.values().forEach(v -> values.add(value(v.value())));
        return values.size() <= MOST_LITERALS ? values : List.of("one of " + values.size() + " literals");
    }

    @Override
    public List<String> array(Type.Array type) {
        return List.of("a list");
    }

    @Override
    public List<String> object(Type.Obj type) {
        return List.of("an object");
    }

    @Override
    public List<String> map(Type.MapOf type) {
        return List.of("an object");
    }

    @Override
    public List<String> nullable(Type.Nullish type) {
        List<String> words = new ArrayList<>(type.type().accept(this));
        words.add("`null`");
        return words;
    }

    @Override
    public List<String> union(Type.Union type) {
        boolean several = type.members().stream()
                        .filter(m -> Kind.of(m.type()).contains(Kind.OBJECT))
                        .count()
                > 1;
        List<String> words = new ArrayList<>();
        for (Type.Union.Member member : type.members()) {
            boolean named = member.type() instanceof Type.Named || several;
            words.addAll(
                    named && Types.isOnly(member.type(), Kind.OBJECT)
                            ? List.of(Quoted.of(Types.show(member.type())))
                            : member.type().accept(this));
        }
        return words;
    }

    @Override
    public List<String> named(Type.Named type) {
        return Types.meaning(type).accept(this);
    }

    @Override
    public List<String> external(Type.External type) {
        return new SchemaReader(type.schema()).read(type.schema()).accept(this);
    }

    @Override
    public List<String> image(Type.Image type) {
        return List.of("a picture: a path, an https URL or a data URL");
    }
}
