package dev.cuecard.schema;

import dev.cuecard.data.Json;
import dev.cuecard.schema.read.SchemaReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The API's rules for strict schemas, read anew from its documentation rather than from our code. */
public final class WireRules {

    private static final Set<String> KEYWORDS = Set.of(
            "title",
            "description",
            "type",
            "enum",
            "const",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "items",
            "properties",
            "required",
            "additionalProperties",
            "anyOf",
            "$ref",
            "$defs");
    private static final Set<String> FORMATS =
            Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

    private final Json.Obj root;
    private final List<String> broken = new ArrayList<>();

    private WireRules(Json.Obj root) {
        this.root = root;
    }

    public static List<String> brokenBy(Json.Obj root) {
        WireRules rules = new WireRules(root);
        if (!Json.of("object").equals(root.get("type"))) {
            rules.broken.add("the root is no object");
        }
        rules.check(root, "");
        return rules.broken;
    }

    private void check(Json schema, String at) {
        if (!(schema instanceof Json.Obj object)) {
            broken.add(at + " is no object");
            return;
        }
        for (String keyword : object.members().keySet()) {
            if (!KEYWORDS.contains(keyword)) {
                broken.add(at + " has " + keyword);
            }
        }
        if (object.get("$defs") != null && !at.isEmpty()) {
            broken.add(at + " has definitions of its own");
        }
        if (object.get("format") instanceof Json.Str format && !FORMATS.contains(format.value())) {
            broken.add(at + " has the format " + format);
        }
        if (object.get("$ref") instanceof Json.Str ref) {
            if (object.members().size() > 1) {
                broken.add(at + " has something beside a reference");
            }
            if (SchemaReader.at(root, ref.value().substring(1)) == null) {
                broken.add(at + " refers to nothing");
            }
        } else if (object.get("anyOf") instanceof Json.Arr branches) {
            for (int i = 0; i < branches.items().size(); i++) {
                check(branches.items().get(i), at + "/anyOf/" + i);
            }
        } else if (object.get("type") == null) {
            broken.add(at + " has no type");
        }
        if (String.valueOf(object.get("type")).contains("object")) {
            ofObject(object, at);
        }
        if (object.get("items") != null) {
            check(object.get("items"), at + "/items");
        }
        if (object.get("$defs") instanceof Json.Obj defs) {
            defs.members().forEach((name, part) -> check(part, "/$defs/" + name));
        }
    }

    private void ofObject(Json.Obj object, String at) {
        if (!Json.of(false).equals(object.get("additionalProperties"))) {
            broken.add(at + " is open");
        }
        if (!(object.get("properties") instanceof Json.Obj fields)
                || fields.members().isEmpty()) {
            broken.add(at + " has no fields");
            return;
        }
        Set<Json> required =
                object.get("required") instanceof Json.Arr names ? new LinkedHashSet<>(names.items()) : Set.of();
        fields.members().forEach((name, part) -> {
            if (!required.contains(Json.of(name))) {
                broken.add(at + "/" + name + " is not required");
            }
            check(part, at + "/properties/" + name);
        });
    }
}
