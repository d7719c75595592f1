package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes up values that fit a JSON Schema (draft 2020-12). What it says in {@code type}, {@code enum}, {@code const},
 * bounds, {@code pattern}, {@code format}, properties, items, {@code allOf}, {@code anyOf}, {@code oneOf} and {@code $ref}
 * within itself is kept, recursion ends by the shortest way; other keywords are kept by luck, so whoever needs to be
 * sure looks at the value. Immutable.
 */
public final class Sampler {

    /** From this depth on, or with so many values made, each choice is the one that ends soonest. */
    private static final int DEPTH = 4;

    private static final int VALUES = 300;

    /** Nothing is made below this depth: what the heights do not foresee would never end. */
    private static final int DEEPEST = 200;

    private final Json schema;
    private final Heights heights;

    /** @param schema the schema, with all that it refers to */
    public Sampler(Json schema) {
        this.schema = schema;
        this.heights = new Heights(schema);
    }

    /**
     * A value.
     *
     * @return the value, or null when the schema lets none in as far as can be seen
     */
    public @Nullable Json sample(Dice dice) {
        if (heights.of(schema) >= Heights.ENDLESS) {
            return null;
        }
        try {
            return new Run(dice).value(schema, null, 0);
        } catch (NoValue e) {
            return null;
        }
    }

    /** Nothing fits here. */
    private static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoValue() {
            super(null, null, false, false);
        }
    }

    /** The making of one value. */
    private final class Run {

        private final Dice dice;
        private int values;

        Run(Dice dice) {
            this.dice = dice;
        }

        private boolean brief(int depth) {
            return depth >= DEPTH || values > VALUES;
        }

        Json value(@Nullable Json any, @Nullable String field, int depth) {
            values++;
            if (values > 100 * VALUES || depth > DEEPEST) {
                throw new NoValue();
            }
            Json.Obj node = resolved(SchemaNodes.object(any), depth);
            Json only = node.get("const");
            if (only != null) {
                return only;
            }
            if (node.get("enum") != null) {
                List<Json> allowed = SchemaNodes.list(node, "enum");
                List<String> types = SchemaNodes.types(node);
                List<Json> fitting = allowed.stream()
                        .filter(item -> types.isEmpty() || types.stream().anyMatch(type -> is(item, type)))
                        .toList();
                if (fitting.isEmpty()) {
                    throw new NoValue();
                }
                return dice.pick(fitting);
            }
            return switch (type(node, depth)) {
                case "object" -> object(node, depth);
                case "array" -> array(node, field, depth);
                case "string" -> Json.of(string(node, field));
                case "integer" -> number(node, true, field);
                case "number" -> number(node, false, field);
                case "boolean" -> Json.of(dice.chance(60));
                case "null" -> Json.nil();
                default -> throw new NoValue();
            };
        }

        /** References followed, parts joined, branches chosen. */
        private Json.Obj resolved(Json.Obj start, int depth) {
            Json.Obj node = start;
            for (int i = 0; i < 200; i++) {
                if (node.equals(SchemaNodes.NOTHING)) {
                    throw new NoValue();
                } else if (node.get("$ref") instanceof Json.Str reference) {
                    Json target = SchemaNodes.follow(schema, reference.value());
                    if (target == null) {
                        throw new NoValue();
                    }
                    node = SchemaNodes.both(SchemaNodes.without(node, "$ref"), SchemaNodes.object(target));
                } else if (node.get("allOf") != null) {
                    List<Json> parts = SchemaNodes.list(node, "allOf");
                    node = SchemaNodes.without(node, "allOf");
                    for (Json part : parts) {
                        node = SchemaNodes.both(node, SchemaNodes.object(part));
                    }
                } else if (node.get("anyOf") != null) {
                    node = branch(node, "anyOf", depth);
                } else if (node.get("oneOf") != null) {
                    node = branch(node, "oneOf", depth);
                } else if (node.get("if") != null) {
                    boolean then = dice.chance(50);
                    Json.Obj chosen = SchemaNodes.without(node, "if", "then", "else");
                    if (then) {
                        chosen = SchemaNodes.both(chosen, SchemaNodes.object(node.get("if")));
                    }
                    node = SchemaNodes.both(chosen, SchemaNodes.object(node.get(then ? "then" : "else")));
                } else {
                    return node;
                }
            }
            throw new NoValue();
        }

        private Json.Obj branch(Json.Obj node, String keyword, int depth) {
            Json.Obj rest = SchemaNodes.without(node, keyword);
            List<Json> ending = new ArrayList<>();
            int least = Heights.ENDLESS;
            for (Json branch : SchemaNodes.list(node, keyword)) {
                int height = heights.of(branch);
                if (height < Heights.ENDLESS) {
                    if (brief(depth) && height < least) {
                        ending.clear();
                    }
                    least = Math.min(least, height);
                    if (!brief(depth) || height == least) {
                        ending.add(branch);
                    }
                }
            }
            if (ending.isEmpty()) {
                throw new NoValue();
            }
            // A field that may be null is mostly there: nulls show little.
            Json chosen = dice.pick(ending);
            if (isNull(chosen) && dice.chance(50)) {
                chosen = dice.pick(ending);
            }
            return SchemaNodes.both(rest, SchemaNodes.object(chosen));
        }

        private boolean isNull(Json branch) {
            return SchemaNodes.types(SchemaNodes.object(branch)).equals(List.of("null"));
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

        private Json object(Json.Obj node, int depth) {
            Map<String, Json> properties = SchemaNodes.members(node, "properties");
            List<String> required = new ArrayList<>(SchemaNodes.strings(node, "required"));
            Json additional = node.get("additionalProperties");
            Map<String, Json> members = new LinkedHashMap<>();
            Json.Obj dependent = SchemaNodes.object(node.get("dependentRequired"));
            int max = SchemaNodes.count(node, "maxProperties", Integer.MAX_VALUE);
            properties.forEach((name, property) -> {
                boolean wanted = required.contains(name);
                boolean may = members.size() < max - missing(required, members)
                        && !brief(depth + 1)
                        && heights.of(property) < Heights.ENDLESS;
                if (wanted || (may && dice.chance(60))) {
                    members.put(name, value(property, name, depth + 1));
                    required.addAll(SchemaNodes.strings(dependent, name));
                }
            });
            for (String name : required) {
                if (!members.containsKey(name)) {
                    members.put(
                            name,
                            value(
                                    properties.getOrDefault(name, additional == null ? Json.of(true) : additional),
                                    name,
                                    depth + 1));
                }
            }
            fill(node, members, properties, max, depth);
            return new Json.Obj(members);
        }

        private int missing(List<String> required, Map<String, Json> members) {
            return (int)
                    required.stream().filter(name -> !members.containsKey(name)).count();
        }

        /** Members that no property names: those of a map. */
        private void fill(Json.Obj node, Map<String, Json> members, Map<String, Json> properties, int max, int depth) {
            int min = SchemaNodes.count(node, "minProperties", 0);
            Json additional = node.get("additionalProperties");
            boolean map =
                    additional instanceof Json.Obj && !brief(depth + 1) && heights.of(additional) < Heights.ENDLESS;
            int wanted = Math.min(max, Math.max(min, map ? members.size() + dice.between(1, 3) : 0));
            for (Map.Entry<String, Json> property : properties.entrySet()) {
                if (members.size() < min && !members.containsKey(property.getKey())) {
                    members.put(property.getKey(), value(property.getValue(), property.getKey(), depth + 1));
                }
            }
            Json names = node.get("propertyNames");
            for (int tries = 0; members.size() < wanted && tries < 20 + 5 * wanted; tries++) {
                String name = names != null && value(names, null, depth + 1) instanceof Json.Str text
                        ? text.value()
                        : tries < 20 ? Words.key(dice) : Words.key(dice) + " " + tries;
                if (!members.containsKey(name) && !properties.containsKey(name)) {
                    members.put(name, value(additional, name, depth + 1));
                }
            }
        }

        private Json array(Json.Obj node, @Nullable String field, int depth) {
            int min = SchemaNodes.count(node, "minItems", 0);
            int max = SchemaNodes.count(node, "maxItems", Integer.MAX_VALUE);
            List<Json> prefix = SchemaNodes.list(node, "prefixItems");
            Json items = node.get("items");
            boolean can = items == null || heights.of(items) < Heights.ENDLESS;
            int usual = brief(depth + 1) || !can
                    ? min
                    : Math.max(min, prefix.size() + (items == null ? 0 : dice.between(1, 3)));
            int size = Math.min(max, usual);
            boolean unique = node.get("uniqueItems") instanceof Json.Bool bool && bool.value();
            List<Json> values = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Json schema = i < prefix.size() ? prefix.get(i) : items;
                Json item = value(schema, field, depth + 1);
                for (int tries = 0; unique && values.contains(item) && tries < 100; tries++) {
                    item = value(schema, field, depth + 1);
                }
                if (unique && values.contains(item)) {
                    if (i >= min) {
                        break;
                    }
                    throw new NoValue();
                }
                // Lists of texts that repeat themselves look broken.
                for (int tries = 0; item instanceof Json.Str && values.contains(item) && tries < 4; tries++) {
                    item = value(schema, field, depth + 1);
                }
                values.add(item);
            }
            if (node.get("contains") != null) {
                contain(node, values, max, depth);
            }
            return Json.array(values);
        }

        private void contain(Json.Obj node, List<Json> values, int max, int depth) {
            Json.Obj both = Json.object()
                    .put(
                            "allOf",
                            Json.array(List.of(
                                    SchemaNodes.object(node.get("items")), SchemaNodes.object(node.get("contains")))))
                    .done();
            for (int i = SchemaNodes.count(node, "minContains", 1); i > 0; i--) {
                if (values.size() >= max) {
                    values.remove(values.size() - 1);
                }
                values.add(0, value(both, null, depth + 1));
            }
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
