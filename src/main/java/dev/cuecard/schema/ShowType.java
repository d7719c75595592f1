package dev.cuecard.schema;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a type as the language writes it, on one line. */
public final class ShowType implements Type.Visitor<String> {

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}0-9_]*");

    /** Begins nothing: it keeps no state. */
    public ShowType() {}

    @Override
    public String text(Type.Text type) {
        StringJoiner in = new StringJoiner(", ", "(", ")").setEmptyValue("");
        if (type.min() != null || type.max() != null) {
            in.add(range(decimal(type.min()), false, decimal(type.max()), false));
        }
        if (type.pattern() != null) {
            in.add(raw(type.pattern().text()));
        }
        return "string" + in;
    }

    @Override
    public String number(Type.Num type) {
        String name = type.integer() ? "integer" : "number";
        if (type.min() == null && type.max() == null) {
            return name;
        }
        return name + "(" + range(type.min(), type.minOpen(), type.max(), type.maxOpen()) + ")";
    }

    @Override
    public String bool(Type.Bool type) {
        return "boolean";
    }

    @Override
    public String nil(Type.Null type) {
        return "null";
    }

    @Override
    public String any(Type.Any type) {
        return "any";
    }

    @Override
    public String format(Type.Format type) {
        return type.kind().word();
    }

    @Override
    public String literals(Type.Literals type) {
        StringJoiner all = new StringJoiner(" | ");
        type.values().forEach(v -> all.add(literal(v.value())));
        return all.toString();
    }

    @Override
    public String array(Type.Array type) {
        String all = operand(type.item()) + "[]";
        if (type.min() == null && type.max() == null) {
            return all;
        }
        return all + "(" + range(decimal(type.min()), false, decimal(type.max()), false) + ")";
    }

    @Override
    public String object(Type.Obj type) {
        StringJoiner all = new StringJoiner(", ", "{ ", " }").setEmptyValue("{}");
        for (Type.Obj.Field field : type.fields()) {
            all.add(name(field.name())
                    + (field.optional() ? "?: " : ": ")
                    + field.type().accept(this));
        }
        if (type.open()) {
            all.add("...");
        }
        return all.toString();
    }

    @Override
    public String map(Type.MapOf type) {
        return "map<" + type.value().accept(this) + ">";
    }

    @Override
    public String nullable(Type.Nullish type) {
        return operand(type.type()) + "?";
    }

    @Override
    public String union(Type.Union type) {
        StringJoiner all = new StringJoiner(" | ");
        type.members().forEach(m -> all.add(m.type().accept(this)));
        return all.toString();
    }

    @Override
    public String named(Type.Named type) {
        return type.declared().name();
    }

    @Override
    public String external(Type.External type) {
        return "schema(" + Json.of(type.source().name()) + ")";
    }

    @Override
    public String image(Type.Image type) {
        return "image";
    }

    private String operand(Type type) {
        String shown = type.accept(this);
        boolean several = type instanceof Type.Union
                || (type instanceof Type.Literals l && l.values().size() > 1);
        return several ? "(" + shown + ")" : shown;
    }

    /** A field's name, quoted unless it is an identifier. */
    public static String name(String name) {
        return IDENTIFIER.matcher(name).matches() ? name : Json.of(name).toString();
    }

    /** A literal; in a string the opening of a tag is escaped, as the language wants it. */
    private static String literal(Json value) {
        return value.toString().replace("{{", "\\{{");
    }

    /** A text in single quotes, in which nothing is escaped, where it can stand in them. */
    private static String raw(String text) {
        boolean can = text.indexOf('\'') < 0 && text.chars().noneMatch(c -> c < ' ');
        return can ? "'" + text + "'" : literal(Json.of(text));
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static String range(@Nullable BigDecimal min, boolean minOpen, @Nullable BigDecimal max, boolean maxOpen) {
        if (min != null && max != null && !minOpen && !maxOpen && min.compareTo(max) == 0) {
            return number(min);
        }
        return (min == null ? "" : number(min) + (minOpen ? "<" : ""))
                + ".."
                + (max == null ? "" : (maxOpen ? "<" : "") + number(max));
    }

    /** The digits of a number as they were written. */
    static String number(BigDecimal value) {
        return Json.of(value).toString();
    }
}
