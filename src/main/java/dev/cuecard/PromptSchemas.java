package dev.cuecard;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.generate.Wire;
import dev.cuecard.schema.sketch.Sketch;
import java.util.List;

/** What a prompt takes and gives, as schemas. */
public final class PromptSchemas {

    private final CheckedPrompt prompt;

    PromptSchemas(CheckedPrompt prompt) {
        this.prompt = prompt;
    }

    /** The JSON Schema that outputs are validated against. */
    public Json.Obj output() {
        return Schemas.full(outputType()).schema();
    }

    /** The JSON Schema of the inputs as one object. */
    public Json.Obj input() {
        return Schemas.full(inputType()).schema();
    }

    /** The inputs as the fields of one object. */
    Type.Obj inputType() {
        return new Type.Obj(prompt.inputs().stream().map(PromptSchemas::field).toList(), false, null);
    }

    private static Type.Obj.Field field(CheckedInput input) {
        return new Type.Obj.Field(input.name(), input.type(), !input.required(), input.doc(), input.origin());
    }

    /** The JSON Schema as {@code json(strict)} sends it, with what it has to leave out. */
    public Wire wire() {
        return Schemas.wire(outputType(), !Types.isObject(outputType()));
    }

    /** The sketch that {@code shape()} prints. */
    public String shape() {
        return Sketch.of(prompt.output().wrapped() ? Types.wrapper(outputType()) : outputType());
    }

    /** The type of the output; of any JSON that is an open object, of any text a string. */
    Type outputType() {
        CheckedOutput output = prompt.output();
        if (output.type() != null) {
            return output.type();
        }
        return output.mode().isJson() ? new Type.Obj(List.of(), true, null) : Types.STRING;
    }
}
