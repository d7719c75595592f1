package dev.cuecard.schema.engine;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.schema.read.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error of the library, the way to it through the schema taken apart, as far as it was asked for. */
public final class Finding {

    /**
     * A choice between alternatives that the way goes through.
     *
     * @param step the place of its keyword in the way
     * @param schema the schema object that holds it, or null when the way got lost
     * @param value where in the value
     * @param branch which alternative the way takes
     */
    public record Choice(int step, @Nullable String schema, Place value, int branch) {}

    private final Error error;
    private final SchemaMap map;
    private final List<String> way;
    private final List<String> tokens;

    private int step;
    private int depth;
    private Place place;
    private @Nullable String at = "";
    private @Nullable Choice last;

    /** An error of the schema of that map, in a value whose root is there. */
    public Finding(Error error, SchemaMap map, Place root) {
        this.error = error;
        this.map = map;
        this.way = tokens(error.getEvaluationPath());
        this.tokens = tokens(error.getInstanceLocation());
        this.place = root;
    }

    /** By way of its text: the library looks for each of its names from the end of the path. */
    private static List<String> tokens(NodePath path) {
        return JsonPointer.tokens(path.toString());
    }

    /** The first choice at or after a step of the way, or null. Steps are asked for from the first to the last. */
    public @Nullable Choice choice(int from) {
        if (last != null && last.step() >= from) {
            return last;
        }
        // The last step is the keyword that failed.
        while (step < way.size() - 1) {
            Choice choice = walk();
            if (choice != null && choice.step() >= from) {
                last = choice;
                return choice;
            }
        }
        return null;
    }

    /** Goes on by one keyword; gives the choice if it was one. */
    private @Nullable Choice walk() {
        String keyword = way.get(step);
        boolean more = step + 2 < way.size();
        switch (keyword) {
            case "anyOf", "oneOf" -> {
                Choice choice = more ? new Choice(step, at, place, Integer.parseInt(way.get(step + 1))) : null;
                on(2, false);
                return choice;
            }
            case "properties", "patternProperties", "prefixItems" -> on(2, true);
            case "allOf", "dependentSchemas", "dependencies" -> on(2, false);
            // In older dialects a list of schemas, one for each item.
            case "items" -> on(more && way.get(step + 1).matches("[0-9]+") ? 2 : 1, true);
            case "additionalProperties", "unevaluatedProperties", "additionalItems", "unevaluatedItems", "contains" ->
                on(1, true);
            case "$ref" -> {
                at = map.follow(at);
                step++;
            }
            case "$dynamicRef", "$recursiveRef" -> {
                at = null;
                step++;
            }
            default -> on(1, false);
        }
        return null;
    }

    private void on(int steps, boolean deeper) {
        for (String token : way.subList(step, Math.min(step + steps, way.size()))) {
            at = SchemaMap.append(at, token);
        }
        step += steps;
        if (deeper && depth < tokens.size()) {
            place = place.part(tokens.get(depth));
            depth++;
        }
    }

    /** Where in the value; known when there is no choice left. */
    public Place value() {
        while (depth < tokens.size()) {
            place = place.part(tokens.get(depth));
            depth++;
        }
        return place;
    }

    /** The schema object whose keyword failed, or null when the way got lost; known when there is no choice left. */
    public @Nullable String schema() {
        return at;
    }

    /** The keyword that failed. */
    public String keyword() {
        return error.getKeyword();
    }

    /** What the keyword says, as a schema of this one keyword. */
    public Json.Obj rule() {
        return Json.object().put(keyword(), Nodes.back(error.getSchemaNode())).done();
    }

    /** The same, with the type that such a keyword speaks of. */
    public Json.Obj ruleOfItsKind() {
        String type = switch (keyword()) {
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> "number";
            case "minLength", "maxLength", "pattern", "format" -> "string";
            case "minItems", "maxItems" -> "array";
            default -> null;
        };
        Json.ObjBuilder rule = Json.object();
        rule().members().forEach(rule::put);
        return type == null ? rule() : rule.put("type", type).done();
    }

    /** The name of a field that is missing or unknown. */
    public String property() {
        return String.valueOf(error.getProperty());
    }

    /** The number that a violation is about, the first argument of the library's message; -1 without one. */
    public int index() {
        Object[] args = error.getArguments();
        return args != null && args.length > 0 && String.valueOf(args[0]).matches("[0-9]{1,9}")
                ? Integer.parseInt(String.valueOf(args[0]))
                : -1;
    }
}
