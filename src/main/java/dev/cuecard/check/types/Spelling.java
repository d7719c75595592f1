package dev.cuecard.check.types;

import dev.cuecard.syntax.TypeNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How this language spells the types of others: {@code list[str]} is {@code string[]} here. */
final class Spelling {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("long", "integer"),
            Map.entry("int32", "integer"),
            Map.entry("int64", "integer"),
            Map.entry("float", "number"),
            Map.entry("double", "number"),
            Map.entry("decimal", "number"),
            Map.entry("bool", "boolean"),
            Map.entry("str", "string"),
            Map.entry("text", "string"),
            Map.entry("char", "string"),
            Map.entry("none", "null"),
            Map.entry("nil", "null"),
            Map.entry("undefined", "null"),
            Map.entry("unknown", "any"),
            Map.entry("timestamp", "datetime"),
            Map.entry("url", "uri"),
            Map.entry("guid", "uuid"));
    private static final List<String> LISTS =
            List.of("list", "array", "set", "sequence", "seq", "tuple", "vec", "collection", "iterable");
    private static final List<String> MAPS =
            List.of("dict", "dictionary", "record", "mapping", "map", "hash", "object");
    private static final List<String> OPTIONALS = List.of("optional", "maybe", "nullable", "option");
    private static final List<String> ENUMS = List.of("enum", "literal", "oneof");

    private Spelling() {}

    /** The help for a type that is none here, or null when no other language is known to have it. */
    static @Nullable String help(TypeNode.Named type) {
        String here = here(type);
        if (here != null) {
            return "write `" + here + "`";
        }
        String word = fold(type);
        if (LISTS.contains(word)) {
            return "write the type of the items and `[]`: `string[]`";
        } else if (MAPS.contains(word)) {
            return "write the fields, `{ name: string }`, or `map<string>` for any keys";
        } else if (OPTIONALS.contains(word)) {
            return "write `T?` for a type `T` or null, or `name?: T` for a field that may be missing";
        } else if (ENUMS.contains(word)) {
            return "write the values: `\"a\" | \"b\"`";
        } else if (word.equals("union")) {
            return "write `A | B`";
        }
        return null;
    }

    private static @Nullable String here(TypeNode.Named type) {
        String word = fold(type);
        List<TypeNode> arguments = type.arguments();
        if (arguments.isEmpty()) {
            return WORDS.containsKey(word) ? WORDS.get(word) : caps(type);
        } else if (arguments.size() == 1 && LISTS.contains(word)) {
            return operand(arguments.get(0)) + "[]";
        } else if (arguments.size() == 1 && OPTIONALS.contains(word)) {
            return operand(arguments.get(0)) + "?";
        } else if (MAPS.contains(word) && arguments.size() <= 2) {
            return "map<" + written(arguments.get(arguments.size() - 1)) + ">";
        } else if (word.equals("union") || ENUMS.contains(word)) {
            return String.join(" | ", arguments.stream().map(Spelling::written).toList());
        }
        return null;
    }

    /** {@code String}, {@code Number}: the words of this language, with a capital. */
    private static @Nullable String caps(TypeNode.Named type) {
        String word = fold(type);
        return !word.equals(type.name().name().text())
                        && List.of("string", "number", "integer", "boolean", "null", "any", "date", "uuid", "uri")
                                .contains(word)
                ? word
                : null;
    }

    private static String written(TypeNode type) {
        if (type instanceof TypeNode.Named named && named.name().file() == null) {
            String here = here(named);
            return here == null ? named.span().text() : here;
        }
        return type.span().text();
    }

    private static String operand(TypeNode type) {
        String written = written(type);
        return written.contains("|") ? "(" + written + ")" : written;
    }

    private static String fold(TypeNode.Named type) {
        return type.name().name().text().toLowerCase(java.util.Locale.ROOT);
    }
}
