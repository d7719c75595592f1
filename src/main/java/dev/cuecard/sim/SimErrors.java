package dev.cuecard.sim;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;

/** What the simulator could not do. */
final class SimErrors {

    private SimErrors() {}

    static Diagnostic notAccepted() {
        return Diagnostic.warning(Code.P738, "the simulator found no reply that satisfies every `ensure`")
                .note("tried " + Simulation.CANDIDATES + " replies that fit the type of `output`")
                .note("the simulator looks for a reply by chance; a model would read the instructions")
                .done();
    }

    static Diagnostic noValue() {
        return Diagnostic.warning(Code.P739, "the simulator found no value of the output's type")
                .note("it makes up values from the type's JSON Schema, and some schemas let in too few")
                .done();
    }
}
