package dev.cuecard.output.repair;

import dev.cuecard.data.JsonReading;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Span;
import java.util.List;

/** Ends the mending of a text of which nobody can say what is meant; seen by the mender alone. */
final class Unclear extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient JsonReading.Malformed malformed;

    Unclear(Span at, String problem, Label... related) {
        this(new JsonReading.Malformed(at, problem, List.of(related), false));
    }

    Unclear(JsonReading.Malformed malformed) {
        super(malformed.problem(), null, false, false);
        this.malformed = malformed;
    }

    JsonReading.Malformed malformed() {
        return malformed;
    }
}
