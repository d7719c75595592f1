package dev.cuecard.schema.generate;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.read.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a strict schema against the limits of the API. */
final class WireLimits {

    private static final int MOST_PROPERTIES = 5_000;
    private static final int MOST_LEVELS = 10;
    private static final int MOST_ENUM_VALUES = 1_000;
    private static final int MOST_CHARACTERS = 120_000;
    /** What older models take. */
    private static final int SAFE_LEVELS = 5;

    private static final int SAFE_ENUM_VALUES = 500;
    private static final int SAFE_CHARACTERS = 15_000;

    private final Json.Obj root;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int properties;
    private int enumValues;
    private int characters;

    WireLimits(Json.Obj root) {
        this.root = root;
        count(root);
    }

    List<Wire.Problem> problems(@Nullable Span origin) {
        List<Wire.Problem> problems = new ArrayList<>();
        limit(problems, properties, MOST_PROPERTIES, MOST_PROPERTIES, "fields", origin);
        limit(problems, levels(root), MOST_LEVELS, SAFE_LEVELS, "levels of objects", origin);
        limit(problems, enumValues, MOST_ENUM_VALUES, SAFE_ENUM_VALUES, "literals", origin);
        limit(problems, characters, MOST_CHARACTERS, SAFE_CHARACTERS, "characters of names and literals", origin);
        return problems;
    }

    private static void limit(
            List<Wire.Problem> problems, int count, int most, int safe, String what, @Nullable Span origin) {
        if (count > most) {
            String text = count + " " + what + ", a strict schema has at most " + most;
            problems.add(new Wire.Problem(true, "", text, origin));
        } else if (count > safe) {
            String text = count + " " + what + ", over " + safe + " some models refuse a strict schema";
            problems.add(new Wire.Problem(false, "", text, origin));
        }
    }

    private void count(Json schema) {
        if (!(schema instanceof Json.Obj object)) {
            return;
        }
        for (String keyword : List.of("properties", "$defs")) {
            if (object.get(keyword) instanceof Json.Obj named) {
                named.members().forEach((name, part) -> {
                    characters += length(name);
                    count(part);
                });
                properties += keyword.equals("properties") ? named.members().size() : 0;
            }
        }
        if (object.get("enum") instanceof Json.Arr values) {
            enumValues += values.items().size();
            values.items().forEach(this::literal);
        }
        Json only = object.get("const");
        if (only != null) {
            enumValues++;
            literal(only);
        }
        parts(object).forEach(this::count);
    }

    private void literal(Json value) {
        characters += value instanceof Json.Str text ? length(text.value()) : 0;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<Json> parts(Json.Obj schema) {
        List<Json> parts = new ArrayList<>();
        Json items = schema.get("items");
        if (items != null) {
            parts.add(items);
        }
        if (schema.get("anyOf") instanceof Json.Arr branches) {
            parts.addAll(branches.items());
        }
        return parts;
    }

    /** How many objects stand within each other, a recursive one counted once. */
    private int levels(Json schema) {
        if (!(schema instanceof Json.Obj object)) {
            return 0;
        } else if (object.get("$ref") instanceof Json.Str ref) {
            return ofReference(ref.value());
        }
        int deepest = 0;
        for (Json part : parts(object)) {
            deepest = Math.max(deepest, levels(part));
        }
        if (object.get("properties") instanceof Json.Obj fields) {
            int inside = 0;
            for (Json field : fields.members().values()) {
                inside = Math.max(inside, levels(field));
            }
            deepest = Math.max(deepest, inside + 1);
        }
        return deepest;
    }

    private int ofReference(String ref) {
        Integer known = levels.get(ref);
        if (known != null) {
            return known;
        } else if (!open.add(ref)) {
            return 0;
        }
        Json target = new SchemaReader(root).target(ref);
        int found = target == null ? 0 : levels(target);
        open.remove(ref);
        levels.put(ref, found);
        return found;
    }
}
