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
 * Which tools the simulator calls: of those that somebody answers and that the request lets it choose, the first at first,
 * then all others at once (one by one where the request allows no parallel calls), and then it answers. So a run goes
 * through every tool and through several rounds; the next question of the user begins anew.
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

    private List<ToolCall> calls(List<WantedTool> answered) {
        List<WantedTool> tools =
                answered.stream().filter(tool -> mayChoose(tool.name())).toList();
        boolean parallel = !Json.of(false).equals(body.get("parallel_tool_calls"));
        int round = rounds();
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

    /** Whether {@code tool_choice} lets a tool be called. */
    private boolean mayChoose(String name) {
        Json choice = body.get("tool_choice");
        if (!(choice instanceof Json.Obj object)) {
            return !Json.of("none").equals(choice);
        }
        if (object.get("allowed_tools") instanceof Json.Obj allowed) {
            return allowed.get("tools") instanceof Json.Arr tools
                    && tools.items().stream().anyMatch(tool -> names(tool, name));
        }
        return names(object, name);
    }

    private static boolean names(Json tool, String name) {
        return tool instanceof Json.Obj object
                && object.get("function") instanceof Json.Obj function
                && Json.of(name).equals(function.get("name"));
    }

    /** How many replies have called tools since the user spoke last. */
    private int rounds() {
        int rounds = 0;
        if (body.get("messages") instanceof Json.Arr messages) {
            for (Json message : messages.items()) {
                if (message instanceof Json.Obj object) {
                    boolean user = Json.of("user").equals(object.get("role"));
                    rounds = user ? 0 : rounds + (object.get("tool_calls") != null ? 1 : 0);
                }
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
