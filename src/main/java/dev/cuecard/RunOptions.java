package dev.cuecard;

import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.budget.Budget;
import dev.cuecard.data.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a single run does otherwise than its prompt says.
 *
 * @param model the model to ask, or null for the prompt's own
 * @param settings request parameters that replace or join the prompt's
 * @param recover whether malformed replies are mended where nothing is guessed
 * @param reask how often an invalid reply is sent back, or null for what the prompt says
 * @param tools the code of tools, by their names: it comes before that of the engine
 * @param cancellation what ends it early, with the outcome {@code cancelled}
 * @param budget what it may cost, or null for any amount: a call that could cost more than is left ends it with the
 *     outcome {@code over_budget}
 */
public record RunOptions(
        @Nullable String model,
        Map<String, Json> settings,
        boolean recover,
        @Nullable Integer reask,
        Map<String, ToolHandler> tools,
        Cancellation cancellation,
        @Nullable Budget budget) {

    /** All as the prompt says. */
    public static final RunOptions DEFAULT =
            new RunOptions(null, Map.of(), true, null, Map.of(), Cancellation.NONE, null);

    /** Copies the settings and checks the bounds. */
    public RunOptions {
        settings = new Json.Obj(settings).members();
        tools = Collections.unmodifiableMap(new LinkedHashMap<>(tools));
        if (reask != null && reask < 0) {
            throw new IllegalArgumentException("reask: " + reask);
        }
    }

    /** The same with another model. */
    public RunOptions withModel(@Nullable String name) {
        return new RunOptions(name, settings, recover, reask, tools, cancellation, budget);
    }

    /** The same with one more setting. */
    public RunOptions withSetting(String name, Json value) {
        Map<String, Json> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new RunOptions(model, more, recover, reask, tools, cancellation, budget);
    }

    /** The same with recovery on or off. */
    public RunOptions withRecover(boolean mends) {
        return new RunOptions(model, settings, mends, reask, tools, cancellation, budget);
    }

    /** The same with another bound for re-asking, or with the prompt's for null. */
    public RunOptions withReask(@Nullable Integer times) {
        return new RunOptions(model, settings, recover, times, tools, cancellation, budget);
    }

    /** The same with the code of one more tool, which the prompt has to declare. */
    public RunOptions withTool(String name, ToolHandler handler) {
        Map<String, ToolHandler> more = new LinkedHashMap<>(tools);
        more.put(name, handler);
        return new RunOptions(model, settings, recover, reask, more, cancellation, budget);
    }

    /** The same, ended early when that is cancelled. */
    public RunOptions withCancellation(Cancellation stop) {
        return new RunOptions(model, settings, recover, reask, tools, stop, budget);
    }

    /**
     * The same within a budget, or without one for null.
     *
     * @param amount shared by all runs that are given it
     */
    public RunOptions withBudget(@Nullable Budget amount) {
        return new RunOptions(model, settings, recover, reask, tools, cancellation, amount);
    }

    /**
     * The same with answers that stand for the code of a tool.
     *
     * @param answers at least one: they are given in their order, in each run from the first, and the last of them to all
     *     further calls
     */
    public RunOptions withStub(String name, List<Json> answers) {
        return withTool(name, new StubHandler(answers));
    }

    /** The same with answers for the code of several tools. */
    public RunOptions withStubs(Map<String, List<Json>> answers) {
        RunOptions options = this;
        for (Map.Entry<String, List<Json>> one : answers.entrySet()) {
            options = options.withStub(one.getKey(), one.getValue());
        }
        return options;
    }
}
