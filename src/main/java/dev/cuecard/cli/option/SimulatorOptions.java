package dev.cuecard.cli.option;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngineBuilder;
import dev.cuecard.check.CheckedModel;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.sim.Injection;
import dev.cuecard.sim.Simulator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the simulator behaves where it answers. */
public final class SimulatorOptions {

    @Option(
            names = "--fault",
            paramLabel = "NAME[@RATE]",
            description =
                    "With --model sim: something that goes wrong, always or with a share of the requests (429@0.3); "
                            + "repeatable. `cuecard sim --help` names them all.")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "With --model sim: another seed gives other replies.")
    private @Nullable Long seed;

    /** Tells the engine. */
    public void apply(Console console, PromptEngineBuilder engine) throws CommandStopped {
        for (Injection injection : FaultReader.read(console, faults)) {
            engine.simulatorFault(injection.fault(), injection.rate());
        }
        engine.simulatorSeed(seed == null ? 0 : seed);
    }

    /** Stops when another model would be asked, which does wrong by itself. */
    public void check(Console console, Prompt prompt, @Nullable String model) throws CommandStopped {
        CheckedModel own = prompt.checked().model();
        String asked = model != null ? model : own == null ? "" : own.name();
        if ((!faults.isEmpty() || seed != null) && !asked.equals(Simulator.MODEL)) {
            String option = faults.isEmpty() ? "--seed " + seed : "--fault " + faults.get(0);
            throw new WrongUse("`" + option + "` is for the simulator, and another model is asked", "add `--model sim`")
                    .stop(console);
        }
    }
}
