package dev.cuecard.chat.config;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of {@code cuecard.json}, which stands beside this class for editors, too. */
public final class ConfigurationSchema {

    private static final String TEXT = read();
    private static final Json.Obj SCHEMA = schema();
    private static final Validator VALIDATOR =
            Validator.compile(new GeneratedSchema(SCHEMA, Map.of(), Map.of(), Map.of()));

    private ConfigurationSchema() {}

    /** The schema as it is published. */
    public static String text() {
        return TEXT;
    }

    static List<Violation> validate(Json value) {
        return VALIDATOR.validate(value);
    }

    /** The members that an object of a configuration may have, by the pointer to it. */
    static Set<String> members(String pointer) {
        Json here = SCHEMA;
        for (String token : JsonPointer.tokens(pointer)) {
            here = resolved(here);
            Json next = member(member(here, "properties"), token);
            here = next == null ? member(here, "additionalProperties") : next;
        }
        Json properties = member(resolved(here), "properties");
        return properties instanceof Json.Obj object ? object.members().keySet() : Set.of();
    }

    private static @Nullable Json resolved(@Nullable Json schema) {
        if (!(member(schema, "$ref") instanceof Json.Str ref)) {
            return schema;
        }
        Json target = SCHEMA;
        for (String token : JsonPointer.tokens(ref.value().substring(1))) {
            target = member(target, token);
        }
        return target;
    }

    private static @Nullable Json member(@Nullable Json value, String name) {
        return value instanceof Json.Obj object ? object.get(name) : null;
    }

    private static Json.Obj schema() {
        JsonReading reading = JsonText.parse(new Source("config.schema.json", TEXT));
        if (reading instanceof JsonReading.Parsed parsed && parsed.document().value() instanceof Json.Obj object) {
            Map<String, Json> members = new LinkedHashMap<>(object.members());
            members.remove("$schema");
            return new Json.Obj(members);
        }
        throw new IllegalStateException("config.schema.json is no schema");
    }

    private static String read() {
        try (InputStream in = ConfigurationSchema.class.getResourceAsStream("config.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("no config.schema.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
