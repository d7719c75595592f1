package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.CheckResult;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.Offline;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import dev.cuecard.testing.Verdict;
import java.util.List;

/** Holds a prompt to those of its tests that bring their reply along. */
final class CannedTests {

    private CannedTests() {}

    /** Runs them; gives their number, each row of a test counted. */
    static int pass(CheckResult checked) throws InterruptedException {
        assertThat(DiagnosticRenderer.plain().render(checked.findings())).isEmpty();
        TestPlan plan = TestPlan.of(checked.prompt().stream().toList(), List.of());
        assertThat(DiagnosticRenderer.plain().render(plan.findings())).isEmpty();
        new TestRunner(TestOptions.DEFAULT, new Offline())
                .run(plan.only(TestCase::isCanned).cases(), CannedTests::passed);
        return plan.cases().size();
    }

    private static void passed(CaseResult result) {
        assertThat(result.verdict())
                .as(result.test().name() + "\n" + DiagnosticRenderer.plain().render(result.allFindings()))
                .isEqualTo(Verdict.PASSED);
    }
}
