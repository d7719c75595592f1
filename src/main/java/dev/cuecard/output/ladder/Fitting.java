package dev.cuecard.output.ladder;

import dev.cuecard.data.Json;
import dev.cuecard.schema.validate.Violation;
import java.util.List;

/**
 * A candidate that was held to the type.
 *
 * @param candidate what was found, its recoveries complete
 * @param output the value out of its wrapper
 * @param violations what is wrong with it; their places are those of the candidate
 */
public record Fitting(Candidate candidate, Json output, List<Violation> violations) {

    /** Copies what does not fit. */
    public Fitting {
        violations = List.copyOf(violations);
    }

    /** Whether the candidate is a value of the type. */
    public boolean fits() {
        return violations.isEmpty();
    }
}
