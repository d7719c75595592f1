package dev.cuecard;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.data.JsonText;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Schemas;
import org.jspecify.annotations.Nullable;

/**
 * An input of a prompt, as its file declares it.
 *
 * @param name its name
 * @param type its type, as the language writes it
 * @param required whether a run without it is a mistake
 * @param untrusted whether its text comes from outside
 * @param doc what documents it, or null
 * @param schema its type as JSON Schema, draft 2020-12
 */
public record PromptInput(
        String name,
        String type,
        boolean required,
        boolean untrusted,
        @Nullable String doc,
        String schema) {

    static PromptInput of(CheckedInput input) {
        return new PromptInput(
                input.name(),
                Types.show(input.type()),
                input.required(),
                input.untrusted(),
                input.doc(),
                JsonText.pretty(Schemas.full(input.type()).schema(), 2));
    }
}
