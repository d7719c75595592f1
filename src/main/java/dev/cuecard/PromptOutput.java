package dev.cuecard;

import dev.cuecard.check.CheckedOutput;

/**
 * What a prompt answers with, as its file declares it.
 *
 * @param mode how it is asked for
 * @param type its type, as the language writes it; {@code string} where any text will do
 * @param reasks how often an invalid reply is sent back
 * @param schema its type as JSON Schema, draft 2020-12
 */
public record PromptOutput(CheckedOutput.Mode mode, String type, int reasks, String schema) {

    /** Whether it is JSON; text otherwise. */
    public boolean isJson() {
        return mode.isJson();
    }
}
