package dev.cuecard.check.builtin;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.types.Given;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a filter takes and gives, for those whose result follows from the type that they filter.
 *
 * @param takes the kinds of values that it filters
 * @param phrase these kinds, in words
 * @param params its arguments
 * @param result the type of what it gives
 */
public record FilterRule(
        Builtin builtin, Set<Kind> takes, String phrase, List<Param> params, Function<Type, Type> result) {

    /** An argument of a filter; {@code literal} when it has to be known before the run. */
    public record Param(String name, Type type, boolean required, boolean literal) {}

    private static final Map<String, FilterRule> RULES = rules();

    /** The rule of a filter, or null when the language has none of that name. */
    public static @Nullable FilterRule of(String name) {
        return RULES.get(name);
    }

    /** The names of all filters, in the order of the language. */
    public static List<String> names() {
        return List.copyOf(RULES.keySet());
    }

    /** Whether it filters values of a type. */
    public boolean canTake(Type type) {
        return Types.acceptsAnything(type) || (takes.containsAll(Kind.of(type)) && !Given.isPicture(type));
    }

    private static Map<String, FilterRule> rules() {
        Map<String, FilterRule> rules = new LinkedHashMap<>();
        Function<Type, Type> text = type -> Types.STRING;
        any(rules, Builtin.JSON, text, optional("indent", Types.INTEGER));
        text(rules, Builtin.UPPER, text);
        text(rules, Builtin.LOWER, text);
        text(rules, Builtin.TRIM, text);
        text(rules, Builtin.REPLACE, text, required("old", Types.STRING), required("new", Types.STRING));
        text(rules, Builtin.SPLIT, type -> Types.listOf(Types.STRING), required("separator", Types.STRING));
        list(rules, Builtin.JOIN, text, required("separator", Types.STRING));
        text(rules, Builtin.LINES, type -> Types.listOf(Types.STRING));
        text(rules, Builtin.TRUNCATE, text, required("length", Types.INTEGER));
        text(rules, Builtin.INDENT, text, required("blanks", Types.INTEGER));
        list(rules, Builtin.BULLETS, text);
        list(rules, Builtin.NUMBERED, text);
        add(
                rules,
                Builtin.LENGTH,
                Set.of(Kind.STRING, Kind.LIST, Kind.OBJECT),
                "a string, a list or an object",
                type -> Types.INTEGER);
        list(rules, Builtin.FIRST, FilterRule::item);
        list(rules, Builtin.LAST, FilterRule::item);
        list(rules, Builtin.SORT, FilterRule::listOf, literal("field", Types.STRING, false));
        list(rules, Builtin.UNIQUE, FilterRule::listOf);
        list(rules, Builtin.REVERSE, FilterRule::listOf);
        object(rules, Builtin.KEYS, type -> Types.listOf(Types.STRING));
        object(rules, Builtin.VALUES, FilterRule::values);
        list(rules, Builtin.MAP, FilterRule::listOf, literal("field", Types.STRING, true));
        list(
                rules,
                Builtin.WHERE,
                FilterRule::listOf,
                literal("field", Types.STRING, true),
                required("value", Types.ANY));
        add(
                rules,
                Builtin.ROUND,
                Set.of(Kind.NUMBER),
                "a number",
                type -> Types.NUMBER,
                optional("digits", Types.INTEGER));
        text(rules, Builtin.XML, text);
        text(rules, Builtin.MATCHES, type -> Types.BOOLEAN, literal("pattern", Types.STRING, true));
        text(rules, Builtin.FENCE, text, optional("label", Types.STRING));
        text(rules, Builtin.TRUSTED, text, literal("reason", Types.STRING, true));
        return rules;
    }

    private static Param required(String name, Type type) {
        return new Param(name, type, true, false);
    }

    private static Param optional(String name, Type type) {
        return new Param(name, type, false, false);
    }

    private static Param literal(String name, Type type, boolean required) {
        return new Param(name, type, required, true);
    }

    private static void add(
            Map<String, FilterRule> rules,
            Builtin builtin,
            Set<Kind> takes,
            String phrase,
            Function<Type, Type> result,
            Param... params) {
        rules.put(builtin.word(), new FilterRule(builtin, takes, phrase, List.of(params), result));
    }

    private static void any(
            Map<String, FilterRule> rules, Builtin builtin, Function<Type, Type> result, Param... params) {
        add(rules, builtin, Set.of(Kind.values()), "a value", result, params);
    }

    private static void text(
            Map<String, FilterRule> rules, Builtin builtin, Function<Type, Type> result, Param... params) {
        add(rules, builtin, Set.of(Kind.STRING), "a string", result, params);
    }

    private static void list(
            Map<String, FilterRule> rules, Builtin builtin, Function<Type, Type> result, Param... params) {
        add(rules, builtin, Set.of(Kind.LIST), "a list", result, params);
    }

    private static void object(
            Map<String, FilterRule> rules, Builtin builtin, Function<Type, Type> result, Param... params) {
        add(rules, builtin, Set.of(Kind.OBJECT), "an object", result, params);
    }

    /** What a list holds. */
    public static Type item(Type list) {
        Type item = Types.item(list);
        return item == null ? Types.ANY : item;
    }

    private static Type listOf(Type list) {
        return Types.listOf(item(list));
    }

    private static Type values(Type object) {
        List<Type> types = new ArrayList<>();
        for (String name : Types.fieldNames(object)) {
            Types.Member member = Types.member(object, name);
            if (member != null) {
                types.add(member.type());
            }
        }
        Types.Member other = Types.member(object, "\0");
        if (other != null) {
            types.add(other.type());
        }
        return Types.listOf(Types.join(types));
    }
}
