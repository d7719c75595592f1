package dev.cuecard.schema.generate;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import java.util.Map;

/**
 * A type as JSON Schema, draft 2020-12. Places in the schema are JSON Pointers.
 *
 * @param schema the schema, without {@code $schema}
 * @param origins for the places that a text of the prompt asked for, that text
 * @param types for the places that stand for a type, that type
 * @param externals for the places of embedded schema files, those files
 */
public record GeneratedSchema(
        Json.Obj schema, Map<String, Span> origins, Map<String, Type> types, Map<String, Type.External> externals) {

    /** The dialect of all generated schemas. */
    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** Copies the maps. */
    public GeneratedSchema {
        origins = Map.copyOf(origins);
        types = Map.copyOf(types);
        externals = Map.copyOf(externals);
    }

    /** The schema as a document of its own, which names its dialect. */
    public Json.Obj document() {
        Json.ObjBuilder document = Json.object().put("$schema", DIALECT);
        schema.members().forEach(document::put);
        return document.done();
    }
}
