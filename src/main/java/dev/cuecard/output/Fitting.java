package dev.cuecard.output;

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
record Fitting(Candidate candidate, Json output, List<Violation> violations) {

    Fitting {
        violations = List.copyOf(violations);
    }

    boolean fits() {
        return violations.isEmpty();
    }
}
