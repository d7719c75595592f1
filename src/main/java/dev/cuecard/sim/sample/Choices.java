package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;

/** Makes one plain schema of a schema: references followed, parts joined, branches chosen. */
final class Choices {

    /** More steps than any schema needs that ends. */
    private static final int STEPS = 200;

    private final Json root;
    private final Heights heights;
    private final Dice dice;

    Choices(Json root, Heights heights, Dice dice) {
        this.root = root;
        this.heights = heights;
        this.dice = dice;
    }

    /**
     * Settles a schema.
     *
     * @param brief whether the branch that ends soonest is to be chosen
     */
    Json.Obj settle(Json.Obj start, boolean brief) {
        Json.Obj node = start;
        for (int i = 0; i < STEPS; i++) {
            if (node.equals(SchemaNodes.NOTHING)) {
                throw new NoValue();
            } else if (node.get("$ref") instanceof Json.Str reference) {
                node = referred(node, reference.value());
            } else if (node.get("allOf") != null) {
                Json.Obj joined = SchemaNodes.without(node, "allOf");
                for (Json part : SchemaNodes.list(node, "allOf")) {
                    joined = SchemaNodes.both(joined, SchemaNodes.object(part));
                }
                node = joined;
            } else if (node.get("anyOf") != null) {
                node = branch(node, "anyOf", brief);
            } else if (node.get("oneOf") != null) {
                node = branch(node, "oneOf", brief);
            } else if (node.get("if") != null) {
                node = condition(node);
            } else {
                return node;
            }
        }
        throw new NoValue();
    }

    private Json.Obj referred(Json.Obj node, String reference) {
        Json target = SchemaNodes.follow(root, reference);
        if (target == null) {
            throw new NoValue();
        }
        return SchemaNodes.both(SchemaNodes.without(node, "$ref"), SchemaNodes.object(target));
    }

    private Json.Obj condition(Json.Obj node) {
        boolean then = dice.chance(50);
        Json.Obj chosen = SchemaNodes.without(node, "if", "then", "else");
        if (then) {
            chosen = SchemaNodes.both(chosen, SchemaNodes.object(node.get("if")));
        }
        return SchemaNodes.both(chosen, SchemaNodes.object(node.get(then ? "then" : "else")));
    }

    private Json.Obj branch(Json.Obj node, String keyword, boolean brief) {
        List<Json> branches = SchemaNodes.list(node, keyword);
        int least = branches.stream().mapToInt(heights::of).min().orElse(Heights.ENDLESS);
        List<Json> ending = new ArrayList<>();
        for (Json branch : branches) {
            int height = heights.of(branch);
            if (height < Heights.ENDLESS && (height == least || !brief)) {
                ending.add(branch);
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
        return SchemaNodes.both(SchemaNodes.without(node, keyword), SchemaNodes.object(chosen));
    }

    private static boolean isNull(Json branch) {
        return SchemaNodes.types(SchemaNodes.object(branch)).equals(List.of("null"));
    }
}
