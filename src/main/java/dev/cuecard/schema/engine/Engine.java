package dev.cuecard.schema.engine;

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
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How the JSON Schema library is set up: formats are asserted, patterns take linear time, and nothing is ever fetched
 * but the metaschemas that the library brings with it.
 */
public final class Engine {

    /** The base of relative identifiers; a name that is never looked up. */
    static final String ROOT = "https://cuecard.invalid/prompt";

    private static final Pattern METASCHEMAS = Pattern.compile(
            "http://json-schema\\.org/draft-0[467]/schema"
                    + "|https://json-schema\\.org/draft/2019-09/"
                    + "(schema|meta/(core|applicator|validation|meta-data|format|content))"
                    + "|https://json-schema\\.org/draft/2020-12/"
                    + "(schema|meta/(core|applicator|unevaluated|validation|meta-data|format-annotation|format-assertion|content))");

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(Engine::regex)
            .locale(Locale.ROOT)
            .build();

    private static final Dialect DIALECT =
            Dialect.builder(Dialects.getDraft202012()).format(new EmailFormat()).build();

    private Engine() {}

    /** A schema as the library holds values against it. */
    public static Schema compile(Json schema) {
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

    /** Whether a reference leads to a whole metaschema, which the library has with it. */
    static boolean isMetaschema(String iri) {
        return METASCHEMAS
                .matcher(iri.endsWith("#") ? iri.substring(0, iri.length() - 1) : iri)
                .matches();
    }

    private static RegularExpression regex(String pattern) {
        try {
            return Regex.of(pattern)::finds;
        } catch (Regex.Broken e) {
            throw new IllegalArgumentException(e);
        }
    }
}
