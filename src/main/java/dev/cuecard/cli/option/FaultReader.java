package dev.cuecard.cli.option;

import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.sim.Injection;
import dev.cuecard.sim.SimFault;
import java.util.ArrayList;
import java.util.List;

/** Reads what the simulator is to do wrong from a command line. */
public final class FaultReader {

    private FaultReader() {}

    /** Reads {@code 429} and {@code 429@0.3}; stops for anything else. */
    public static List<Injection> read(Console console, List<String> options) throws CommandStopped {
        List<Injection> injections = new ArrayList<>();
        for (String text : options) {
            int at = text.indexOf('@');
            String word = at < 0 ? text : text.substring(0, at);
            SimFault fault = SimFault.of(word);
            String rate = at < 0 ? "1" : text.substring(at + 1);
            if (fault == null || !rate.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
                String nearest = fault == null ? Nearest.of(word, SimFault.words()) : word + "@0.3";
                throw new WrongUse(
                                "`--fault " + text + "` is no fault",
                                nearest == null
                                        ? "one of " + String.join(", ", SimFault.words())
                                        : "did you mean `--fault " + nearest + "`?")
                        .stop(console);
            }
            injections.add(new Injection(fault, Double.parseDouble(rate)));
        }
        return injections;
    }
}
