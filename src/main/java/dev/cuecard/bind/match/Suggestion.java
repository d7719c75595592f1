package dev.cuecard.bind.match;

import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;

/** The Java type that a type asks for, as the help of a message names it. */
final class Suggestion implements Type.Visitor<String> {

    private Suggestion() {}

    static String of(Type type) {
        return type.accept(new Suggestion());
    }

    /** The same as the argument of another type. */
    static String boxed(Type type) {
        return switch (of(type)) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "double" -> "Double";
            case "boolean" -> "Boolean";
            default -> of(type);
        };
    }

    /** A component for a field. */
    static String of(Type.Obj.Field field) {
        boolean empty = field.optional() || Types.acceptsNull(field.type());
        String type = empty ? "Optional<" + boxed(Types.withoutNull(field.type())) + ">" : of(field.type());
        return type + " " + camel(field.name());
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("[^\\p{L}0-9]+", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    @Override
    public String text(Type.Text type) {
        return "String";
    }

    @Override
    public String number(Type.Num type) {
        return Numbers.suggestion(type);
    }

    @Override
    public String bool(Type.Bool type) {
        return "boolean";
    }

    @Override
    public String nil(Type.Null type) {
        return "Object";
    }

    @Override
    public String any(Type.Any type) {
        return "Object";
    }

    @Override
    public String format(Type.Format type) {
        return switch (type.kind()) {
            case DATE -> "LocalDate";
            case TIME -> "OffsetTime";
            case DATETIME -> "OffsetDateTime";
            case URI -> "URI";
            case UUID -> "UUID";
            case EMAIL -> "String";
        };
    }

    @Override
    public String literals(Type.Literals type) {
        return Spelling.words(type).size() == type.values().size() ? "String" : boxed(Types.widened(type));
    }

    @Override
    public String array(Type.Array type) {
        return "List<" + boxed(type.item()) + ">";
    }

    @Override
    public String object(Type.Obj type) {
        return "Map<String, Object>";
    }

    @Override
    public String map(Type.MapOf type) {
        return "Map<String, " + boxed(type.value()) + ">";
    }

    @Override
    public String nullable(Type.Nullish type) {
        return "Optional<" + boxed(type.type()) + ">";
    }

    @Override
    public String union(Type.Union type) {
        return "Object";
    }

    @Override
    public String named(Type.Named type) {
        Type open = Types.unfold(type);
        boolean own = open instanceof Type.Obj || open instanceof Type.Union || open instanceof Type.Literals;
        return own ? type.declared().name() : of(open);
    }

    @Override
    public String external(Type.External type) {
        return "Object";
    }

    @Override
    public String image(Type.Image type) {
        return "String";
    }
}
