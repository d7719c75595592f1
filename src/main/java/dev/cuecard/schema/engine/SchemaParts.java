package dev.cuecard.schema.engine;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.schema.read.SchemaReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schemas within a schema file, by their places, and where the references between them lead. Only what stands where
 * a schema stands counts: a property may be called {@code $ref}, and an example may hold one.
 */
public final class SchemaParts {

    private static final Set<String> ONE = Set.of(
            "additionalProperties",
            "additionalItems",
            "unevaluatedProperties",
            "unevaluatedItems",
            "items",
            "contains",
            "propertyNames",
            "not",
            "if",
            "then",
            "else",
            "contentSchema");
    private static final Set<String> LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies");
    /** Those that judge the same value as the schema that they stand in. */
    private static final Set<String> SAME_VALUE =
            Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies");

    private static final URI BASE = URI.create("https://cuecard.invalid/schema.json");

    private final Map<String, Json.Obj> parts = new LinkedHashMap<>();
    private final Map<String, URI> bases = new HashMap<>();
    /** By identifier, with {@code #} and the name for anchors. */
    private final Map<String, String> places = new HashMap<>();

    private final Map<String, String> identifiers = new LinkedHashMap<>();
    private final Map<String, List<String>> sameValue = new HashMap<>();
    private final Map<String, String> bad = new LinkedHashMap<>();
    private final Json root;

    /** Those of a schema file. */
    public SchemaParts(Json root) {
        this.root = root;
        places.put(BASE.toString(), "");
        visit(root, "", BASE, null);
        parts.forEach(this::references);
        if (bad.isEmpty()) {
            parts.keySet().forEach(this::circle);
        }
    }

    /** All schemas that are objects, by their places. */
    public Map<String, Json.Obj> all() {
        return parts;
    }

    /** What is wrong with references, by their places. */
    public Map<String, String> badReferences() {
        return bad;
    }

    /** What the schemas call themselves, resolved, and where each says so. */
    public Map<String, String> identifiers() {
        return identifiers;
    }

    private void visit(Json schema, String place, URI outer, @Nullable String holder) {
        if (!(schema instanceof Json.Obj object)) {
            return;
        }
        parts.put(place, object);
        if (holder != null) {
            sameValue.computeIfAbsent(holder, h -> new ArrayList<>()).add(place);
        }
        URI base = named(object, place, outer);
        bases.put(place, base);
        object.members().forEach((keyword, value) -> {
            String below = JsonPointer.append(place, keyword);
            String same = SAME_VALUE.contains(keyword) ? place : null;
            if (value instanceof Json.Arr list && LIST.contains(keyword)) {
                for (int i = 0; i < list.items().size(); i++) {
                    visit(list.items().get(i), JsonPointer.append(below, i), base, same);
                }
            } else if (value instanceof Json.Obj named && NAMED.contains(keyword)) {
                named.members().forEach((name, part) -> visit(part, JsonPointer.append(below, name), base, same));
            } else if (ONE.contains(keyword)) {
                visit(value, below, base, same);
            }
        });
    }

    /** Notes what a schema calls itself; the base of the references in it. */
    private URI named(Json.Obj schema, String place, URI outer) {
        URI base = outer;
        for (String keyword : List.of("$id", "id")) {
            if (schema.get(keyword) instanceof Json.Str id) {
                URI own = resolve(outer, id.value());
                if (own == null) {
                    bad.put(JsonPointer.append(place, keyword), "not a URI");
                } else if (id.value().startsWith("#")) {
                    places.put(own.toString(), place);
                } else {
                    base = own;
                    identifiers.put(withoutFragment(own), JsonPointer.append(place, keyword));
                    places.put(withoutFragment(own), place);
                }
            }
        }
        for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
            if (schema.get(keyword) instanceof Json.Str anchor) {
                places.put(withoutFragment(base) + "#" + anchor.value(), place);
            }
        }
        return base;
    }

    private void references(String place, Json.Obj schema) {
        for (String keyword : List.of("$ref", "$dynamicRef", "$recursiveRef")) {
            if (schema.get(keyword) instanceof Json.Str ref) {
                String at = JsonPointer.append(place, keyword);
                URI target = resolve(bases.getOrDefault(place, BASE), ref.value());
                String found = target == null ? null : find(target);
                if (found != null) {
                    sameValue.computeIfAbsent(place, p -> new ArrayList<>()).add(found);
                } else if (target == null) {
                    bad.put(at, "not a URI");
                } else if (places.containsKey(withoutFragment(target))) {
                    bad.put(at, "nothing in this file stands there");
                } else if (!Engine.isMetaschema(target.toString())) {
                    bad.put(at, "leads out of this file, and nothing is fetched");
                }
            }
        }
    }

    /** The place that a reference leads to, or null. */
    private @Nullable String find(URI target) {
        String fragment = target.getRawFragment();
        String resource = places.get(withoutFragment(target));
        if (resource == null) {
            return null;
        } else if (fragment == null || fragment.isEmpty()) {
            return resource;
        } else if (!fragment.startsWith("/")) {
            return places.get(withoutFragment(target) + "#" + fragment);
        }
        String place = resource + URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        return SchemaReader.at(root, place) == null ? null : place;
    }

    /** A schema that needs itself for the same value never comes to an end. */
    private void circle(String start) {
        Deque<String> left = new ArrayDeque<>(sameValue.getOrDefault(start, List.of()));
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            String place = left.pop();
            if (place.equals(start)) {
                Json.Obj part = parts.get(start);
                if (part != null && part.get("$ref") instanceof Json.Str ref) {
                    bad.put(
                            JsonPointer.append(start, "$ref"),
                            "leads back to itself through " + Quoted.of(ref.value()));
                }
                return;
            } else if (seen.add(place)) {
                left.addAll(sameValue.getOrDefault(place, List.of()));
            }
        }
    }

    private static @Nullable URI resolve(URI base, String reference) {
        try {
            URI uri = new URI(reference);
            // A base such as a URN has no path to resolve against.
            return base.isOpaque() && reference.startsWith("#")
                    ? new URI(withoutFragment(base) + reference)
                    : base.resolve(uri);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String withoutFragment(URI uri) {
        String text = uri.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? text : text.substring(0, hash);
    }
}
