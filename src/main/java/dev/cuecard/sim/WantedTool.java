package dev.cuecard.sim;

import dev.cuecard.check.CheckedTool;
import dev.cuecard.data.Json;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import java.util.function.Predicate;

/**
 * A tool that a made-up reply may call.
 *
 * @param name its name
 * @param schema the JSON Schema of its arguments
 * @param fits whether arguments that were made up from the schema really fit it
 */
public record WantedTool(String name, Json schema, Predicate<Json> fits) {

    /** A tool that a prompt declares. It compiles a schema: once for a prompt is enough. */
    static WantedTool of(CheckedTool tool) {
        GeneratedSchema schema = Schemas.full(tool.params());
        Validator validator = Validator.compile(schema);
        return new WantedTool(
                tool.name(), schema.schema(), value -> validator.validate(value).isEmpty());
    }
}
