package dev.cuecard.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import dev.cuecard.data.Json;
import dev.cuecard.data.Regex;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How the JSON Schema library is set up: formats are asserted, patterns take linear time, and nothing is ever fetched
 * but the metaschemas that the library brings with it.
 */
final class Engine {

    /** The base of relative identifiers; a name that is never looked up. */
    static final String ROOT = "https://cuecard.invalid/prompt";

    private static final Set<String> METASCHEMAS =
            Set.of("https://json-schema.org/draft/", "http://json-schema.org/draft-");

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(Engine::regex)
            .locale(Locale.ROOT)
            .build();

    private static final Dialect DIALECT =
            Dialect.builder(Dialects.getDraft202012()).format(new EmailFormat()).build();

    private Engine() {}

    static Schema compile(Json schema) {
        JsonNode node = Nodes.of(schema);
        return registry().getSchema(SchemaLocation.of(ROOT), node);
    }

    /** The metaschema of one of the library's own dialects. */
    static Schema metaschema(SpecificationVersion version) {
        return registry().getSchema(SchemaLocation.of(version.getDialectId()));
    }

    /** A registry for one use: what one schema calls itself is not known to another. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(
                DIALECT,
                registry -> registry.schemaRegistryConfig(CONFIG)
                        .schemaLoader(loader ->
                                loader.fetchRemoteResources(false).allow(iri -> isMetaschema(iri.toString()))));
    }

    /** Whether a reference leads to a metaschema, which the library has with it. */
    static boolean isMetaschema(String iri) {
        return METASCHEMAS.stream().anyMatch(iri::startsWith);
    }

    private static RegularExpression regex(String pattern) {
        try {
            return Regex.of(pattern)::finds;
        } catch (Regex.Broken e) {
            throw new IllegalArgumentException(e);
        }
    }
}
