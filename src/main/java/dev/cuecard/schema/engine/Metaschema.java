package dev.cuecard.schema.engine;

import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import dev.cuecard.data.Json;
import dev.cuecard.schema.generate.GeneratedSchema;
import java.util.EnumMap;
import java.util.Map;

/** The schema of the schemas of a dialect, compiled once. */
public record Metaschema(Schema schema, SchemaMap map) {

    private static final Map<SpecificationVersion, Metaschema> KNOWN = new EnumMap<>(SpecificationVersion.class);

    /** The one of a dialect. */
    public static synchronized Metaschema of(SpecificationVersion dialect) {
        return KNOWN.computeIfAbsent(dialect, Metaschema::load);
    }

    private static Metaschema load(SpecificationVersion dialect) {
        Schema schema = Engine.metaschema(dialect);
        Json.Obj text = (Json.Obj) Nodes.back(schema.getSchemaNode());
        return new Metaschema(schema, new SchemaMap(new GeneratedSchema(text, Map.of(), Map.of(), Map.of())));
    }
}
