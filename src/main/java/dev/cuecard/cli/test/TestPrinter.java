package dev.cuecard.cli.test;

import dev.cuecard.cli.console.Console;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.Verdict;
import dev.cuecard.testing.statistics.Tally;
import java.util.List;
import java.util.Locale;

/** Tells the person of tests: a line for each, what is wrong below it, the count last. */
final class TestPrinter {

    /** The most findings of one test that are shown. */
    private static final int MOST = 10;

    private final Console console;

    TestPrinter(Console console) {
        this.console = console;
    }

    /** A test has ended. */
    void print(CaseResult result) {
        if (result.verdict() == Verdict.SKIPPED && result.allFindings().isEmpty()) {
            return;
        }
        String head = String.format(Locale.ROOT, "%-12s", result.verdict().mark());
        String name = plain(result.test().name());
        console.err().println(head + result.test().file() + ": " + name + tally(result));
        List<Diagnostic> findings = result.allFindings();
        for (Diagnostic finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            console.show(finding);
            console.err().println();
        }
        if (findings.size() > MOST) {
            console.err().println("and " + (findings.size() - MOST) + " more of this test");
            console.err().println();
        }
        console.err().flush();
    }

    /** The name of a test or of a model, which may hold what a terminal would obey. */
    static String plain(String name) {
        return name.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    /** How many of the runs passed, where there was more than one. */
    private static String tally(CaseResult result) {
        Tally tally = result.tally();
        if (result.planned() < 2 || tally.runs() == 0) {
            return "";
        }
        Tally.Interval interval = tally.wilson();
        return String.format(
                Locale.ROOT,
                " (%d of %d, %.0f–%.0f %%)",
                tally.passed(),
                tally.runs(),
                interval.from() * 100,
                interval.to() * 100);
    }

    /** All have ended. */
    void conclude(SuiteResult result, List<Diagnostic> remarks) {
        for (Diagnostic remark : remarks) {
            console.show(remark);
            console.err().println();
        }
        console.err().println(result.summary());
    }

    /** How the command ends, by each of the tests. */
    static List<ExitCode> codes(SuiteResult result) {
        return result.cases().stream().map(one -> ExitCode.of(one.verdict())).toList();
    }
}
