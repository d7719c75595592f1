package dev.cuecard.check;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prompt without mistakes, ready to be rendered. Immutable.
 *
 * @param source its file
 * @param imports the files that it took something from, however indirectly, in the order in which they were met
 * @param name its name
 * @param metadata what its header says of it: {@code version}, {@code owner} …
 * @param inputs its inputs, in their order
 * @param lets its computed values, in their order
 * @param model its model, or null when the host names one
 * @param steps what makes its messages
 * @param placesHistory whether one of the steps, however deep, places the predeclared {@code history} or other turns;
 *     if not, the history goes before the last user message
 * @param tools the functions that are sent
 * @param output the reply that is expected
 * @param ensures the conditions on it
 * @param tests its tests
 * @param frame the slots that are enough for its steps, and for each let and each default of an input: those are evaluated
 *     in a frame of their own
 */
public record CheckedPrompt(
        Source source,
        List<Source> imports,
        String name,
        Json.Obj metadata,
        List<CheckedInput> inputs,
        List<CheckedLet> lets,
        @Nullable CheckedModel model,
        List<Step> steps,
        boolean placesHistory,
        List<CheckedTool> tools,
        CheckedOutput output,
        List<CheckedEnsure> ensures,
        List<CheckedTest> tests,
        int frame) {

    /** Copies the lists. */
    public CheckedPrompt {
        imports = List.copyOf(imports);
        inputs = List.copyOf(inputs);
        lets = List.copyOf(lets);
        steps = List.copyOf(steps);
        tools = List.copyOf(tools);
        ensures = List.copyOf(ensures);
        tests = List.copyOf(tests);
    }

    /** The input of that name, or null. */
    public @Nullable CheckedInput input(String name) {
        for (CheckedInput input : inputs) {
            if (input.name().equals(name)) {
                return input;
            }
        }
        return null;
    }

    /** The test of that name, or null. */
    public @Nullable CheckedTest test(String name) {
        for (CheckedTest test : tests) {
            if (test.name().equals(name)) {
                return test;
            }
        }
        return null;
    }
}
