package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The making of one value; of one use only. */
final class Making {

    /** From this depth on, or with so many values made, each choice is the one that ends soonest. */
    private static final int DEPTH = 4;

    private static final int VALUES = 300;

    /** Nothing is made below this depth: what the heights do not foresee would never end. */
    private static final int DEEPEST = 200;

    private final Heights heights;
    private final Dice dice;
    private final Choices choices;
    private int values;

    Making(Json root, Heights heights, Dice dice) {
        this.heights = heights;
        this.dice = dice;
        this.choices = new Choices(root, heights, dice);
    }

    Dice dice() {
        return dice;
    }

    /** Whether choices at this depth are to be short. */
    boolean brief(int depth) {
        return depth >= DEPTH || values > VALUES;
    }

    /** Whether a schema has a value that ends. */
    boolean ends(@Nullable Json schema) {
        return heights.of(schema) < Heights.ENDLESS;
    }

    /**
     * A value.
     *
     * @param field the name of the member that it is, or is in, if there is one
     */
    Json value(@Nullable Json any, @Nullable String field, int depth) {
        values++;
        if (values > 100 * VALUES || depth > DEEPEST) {
            throw new NoValue();
        }
        Json.Obj node = choices.settle(SchemaNodes.object(any), brief(depth));
        Json only = node.get("const");
        if (only != null) {
            return only;
        } else if (node.get("enum") != null) {
            return literal(node);
        }
        return switch (type(node, depth)) {
            case "object" -> ObjectMaking.value(this, node, depth);
            case "array" -> ArrayMaking.value(this, node, field, depth);
            case "string" -> Json.of(string(node, field));
            case "integer" -> number(node, true, field);
            case "number" -> number(node, false, field);
            case "boolean" -> Json.of(dice.chance(60));
            case "null" -> Json.nil();
            default -> throw new NoValue();
        };
    }

    private Json literal(Json.Obj node) {
        List<String> types = SchemaNodes.types(node);
        List<Json> fitting = SchemaNodes.list(node, "enum").stream()
                .filter(item -> types.isEmpty() || types.stream().anyMatch(type -> is(item, type)))
                .toList();
        if (fitting.isEmpty()) {
            throw new NoValue();
        }
        return dice.pick(fitting);
    }

    private String type(Json.Obj node, int depth) {
        List<String> types = SchemaNodes.types(node);
        if (types.isEmpty()) {
            if (node.get("type") != null) {
                throw new NoValue();
            }
            return "string";
        }
        List<String> usable = new ArrayList<>(types);
        if (usable.size() > 1 && dice.chance(70)) {
            usable.remove("null");
        }
        if (brief(depth) && usable.size() > 1) {
            usable.removeIf(type -> type.equals("object") || type.equals("array"));
        }
        return dice.pick(usable.isEmpty() ? types : usable);
    }

    private String string(Json.Obj node, @Nullable String field) {
        int min = SchemaNodes.count(node, "minLength", 0);
        int max = SchemaNodes.count(node, "maxLength", Integer.MAX_VALUE);
        if (max < min) {
            throw new NoValue();
        }
        String pattern = SchemaNodes.text(node, "pattern");
        if (pattern != null) {
            String text = Patterns.sample(pattern, min, max, dice);
            if (text == null) {
                throw new NoValue();
            }
            return text;
        }
        String format = SchemaNodes.text(node, "format");
        String formatted = format == null ? null : Formats.text(format, dice);
        return formatted != null ? formatted : Words.fit(Words.text(field, dice), min, max, dice);
    }

    private Json number(Json.Obj node, boolean integer, @Nullable String field) {
        Json.Num number = Numbers.sample(node, integer, field, dice);
        if (number == null) {
            throw new NoValue();
        }
        return number;
    }

    private static boolean is(Json value, String type) {
        return switch (type) {
            case "object" -> value instanceof Json.Obj;
            case "array" -> value instanceof Json.Arr;
            case "string" -> value instanceof Json.Str;
            case "boolean" -> value instanceof Json.Bool;
            case "null" -> value instanceof Json.Null;
            case "integer" -> value instanceof Json.Num number && number.isInteger();
            case "number" -> value instanceof Json.Num;
            default -> false;
        };
    }
}
