package dev.cuecard.testing;

import dev.cuecard.Prompt;
import dev.cuecard.Rendering;
import dev.cuecard.RunOptions;
import dev.cuecard.check.CheckedTest;
import dev.cuecard.data.Json;
import org.jspecify.annotations.Nullable;

/**
 * One thing to test: a test of a prompt, with one of its rows, on one model.
 *
 * @param prompt the prompt
 * @param test the test
 * @param row the number of the row, from 1; 0 for a test without rows
 * @param value the row, or null
 * @param model the model to ask instead of the prompt's own, or null
 */
public record TestCase(
        Prompt prompt,
        CheckedTest test,
        int row,
        @Nullable Json value,
        @Nullable String model) {

    /** The prompt's file, as it was named. */
    public String file() {
        return prompt.checked().source().name();
    }

    /** The test's name, with the row and the model where there is a choice: {@code a name [2] (sim)}. */
    public String name() {
        return test.name() + (row > 0 ? " [" + row + "]" : "") + (model == null ? "" : " (" + model + ")");
    }

    /** Whether it brings its reply along, and needs no model. */
    public boolean isCanned() {
        return test.canned() != null;
    }

    /** Whether every reply has to be valid: unless it says otherwise of the outcome, or of how many have to pass. */
    public boolean wantsAllValid() {
        boolean all = test.rate() == null && (test.pass() == null || test.pass() == test.repeat());
        return all && test.expects().stream().noneMatch(Mentions::outcome);
    }

    /** The request that it makes. */
    public Rendering render(RunOptions options) {
        return prompt.render(CaseInputs.of(this).inputs(), options.withModel(model));
    }
}
