package dev.cuecard.schema.engine;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.read.SchemaReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds one's way in a generated schema: where references lead, which type a place stands for, who asked for it. */
public final class SchemaMap {

    private final GeneratedSchema schema;

    /** The map of a schema. */
    public SchemaMap(GeneratedSchema schema) {
        this.schema = schema;
    }

    /** A place further down, or null when there is none to begin with. */
    public static @Nullable String append(@Nullable String at, String... tokens) {
        String pointer = at;
        for (String token : tokens) {
            pointer = pointer == null ? null : JsonPointer.append(pointer, token);
        }
        return pointer;
    }

    /** Where the reference at a place leads; null when that is no place of this schema. */
    @Nullable
    String follow(@Nullable String at) {
        if (at == null
                || !(SchemaReader.at(schema.schema(), at) instanceof Json.Obj object)
                || !(object.get("$ref") instanceof Json.Str ref)
                || !ref.value().startsWith("#")) {
            return null;
        }
        String fragment = URLDecoder.decode(ref.value().substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        String target = base(at) + fragment;
        return fragment.isEmpty() || fragment.startsWith("/") ? target : null;
    }

    /** References in an embedded file begin at its root. */
    private String base(String at) {
        for (String root : schema.externals().keySet()) {
            if (at.equals(root) || at.startsWith(root + "/")) {
                return root;
            }
        }
        return "";
    }

    /** The schema at a place, or null. */
    public @Nullable Json node(@Nullable String at) {
        return at == null ? null : SchemaReader.at(schema.schema(), at);
    }

    /** The type at a place, {@code any} where none is known. */
    public Type type(@Nullable String at) {
        if (at == null) {
            return Types.ANY;
        }
        Type known = schema.types().get(at);
        if (known != null && !(known instanceof Type.External)) {
            return known;
        }
        String base = base(at);
        Json root = SchemaReader.at(schema.schema(), base);
        return new SchemaReader(root == null ? schema.schema() : root).read(SchemaReader.at(schema.schema(), at));
    }

    /** The text of the prompt that asked for a place of the schema, or for what holds it. */
    public @Nullable Span asked(@Nullable String at) {
        if (at == null) {
            return null;
        }
        String place = at;
        while (true) {
            Span span = schema.origins().get(place);
            if (span != null || place.isEmpty()) {
                return span;
            }
            place = JsonPointer.parent(place);
        }
    }

    /** The part of a span on its first line: a place to point to, not a page. */
    public static @Nullable Span firstLine(@Nullable Span span) {
        if (span == null) {
            return null;
        }
        int end = span.text().indexOf('\n');
        return end < 0 ? span : span.source().span(span.start(), span.start() + end);
    }
}
