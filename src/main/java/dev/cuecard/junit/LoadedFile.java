package dev.cuecard.junit;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestPlan;
import java.nio.file.Path;
import java.util.List;

/**
 * A file and its tests.
 *
 * @param path the file
 * @param name what messages call it
 * @param library whether it is without a mistake and declares no prompt, so that it has no tests
 * @param plan its tests, all of them
 * @param mistakes why it cannot be run, or an empty list
 */
record LoadedFile(Path path, String name, boolean library, TestPlan plan, List<Diagnostic> mistakes) {

    LoadedFile {
        mistakes = List.copyOf(mistakes);
    }

    List<TestCase> cases() {
        return plan.cases();
    }

    /** Whether there is something to run, or to say. */
    boolean hasLeaves() {
        return !mistakes.isEmpty() || !cases().isEmpty();
    }
}
