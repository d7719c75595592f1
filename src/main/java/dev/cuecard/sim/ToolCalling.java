package dev.cuecard.sim;

import dev.cuecard.chat.Canonical;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.sim.sample.Dice;
import dev.cuecard.sim.sample.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which tools the simulator calls: of those that somebody answers, the first at first, then all others at once (one by
 * one where the request allows no parallel calls), and then it answers. So a run goes through every tool and through
 * several rounds.
 */
final class ToolCalling {

    private final Json.Obj body;
    private final Dice dice;

    private ToolCalling(Json.Obj body, long seed, int repeat) {
        this.body = body;
        this.dice = Dice.of("tools", Canonical.text(body), Long.toString(seed), Integer.toString(repeat));
    }

    /** The calls of the reply to a request; empty when it is to answer. */
    static List<ToolCall> of(Json.Obj body, long seed, int repeat, List<WantedTool> tools) {
        return new ToolCalling(body, seed, repeat).calls(tools);
    }

    private List<ToolCall> calls(List<WantedTool> tools) {
        boolean none = Json.of("none").equals(body.get("tool_choice"));
        boolean parallel = !Json.of(false).equals(body.get("parallel_tool_calls"));
        int round = none ? tools.size() : rounds();
        if (round >= tools.size() || (parallel && round > 1)) {
            return List.of();
        }
        List<WantedTool> now =
                parallel && round == 1 ? tools.subList(1, tools.size()) : tools.subList(round, round + 1);
        List<ToolCall> calls = new ArrayList<>();
        for (WantedTool tool : now) {
            Json arguments = arguments(tool);
            if (arguments != null) {
                String id = "call_sim"
                        + String.format(Locale.ROOT, "%016x", dice.split().bits());
                calls.add(new ToolCall(id, tool.name(), JsonText.compact(arguments)));
            }
        }
        return calls;
    }

    /** How many replies have called tools. */
    private int rounds() {
        int rounds = 0;
        if (body.get("messages") instanceof Json.Arr messages) {
            for (Json message : messages.items()) {
                rounds += message instanceof Json.Obj object && object.get("tool_calls") != null ? 1 : 0;
            }
        }
        return rounds;
    }

    /** Arguments that fit, or null when none were found: then the tool is left alone. */
    private @Nullable Json arguments(WantedTool tool) {
        Sampler sampler = new Sampler(tool.schema());
        for (int i = 0; i < Simulation.CANDIDATES; i++) {
            Json value = sampler.sample(dice.split());
            if (value != null && tool.fits().test(value)) {
                return value;
            }
        }
        return null;
    }
}
