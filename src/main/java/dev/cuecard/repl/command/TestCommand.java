package dev.cuecard.repl.command;

import dev.cuecard.Prompt;
import dev.cuecard.chat.Cancellation;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import dev.cuecard.sim.Simulator;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.ReplySource;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import dev.cuecard.testing.recording.Recordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code :test}. */
final class TestCommand {

    private static final String USAGE = ":test [NAME]";

    private TestCommand() {}

    static Command command() {
        return Command.of(
                "test",
                Argument.TEST,
                USAGE,
                "runs the prompt's tests, or those whose name has NAME in it",
                List.of(
                        "Replies come from the tests themselves and from recordings beside the file; nothing is sent.",
                        "With `:model sim` the simulator answers the others, and what depends on its reply is not"
                                + " judged."),
                TestCommand::test);
    }

    private static void test(Workbench bench, Talk talk, Words words) throws InterruptedException {
        Prompt prompt = ShowCommands.runnable(bench, talk);
        if (prompt == null) {
            return;
        } else if (prompt.tests().isEmpty()) {
            talk.mistake(SessionErrors.notNow(
                    words.command(), "the prompt has no tests", "declare one: `test \"a name\" { … }`"));
            return;
        }
        List<String> models = Simulator.MODEL.equals(bench.state().model()) ? List.of(Simulator.MODEL) : List.of();
        TestPlan plan = TestPlan.of(List.of(prompt), models);
        String part = words.text().replaceAll("^\"|\"$", "");
        List<TestCase> cases =
                plan.cases().stream().filter(one -> one.name().contains(part)).toList();
        if (cases.isEmpty() && plan.findings().isEmpty()) {
            talk.wrongUse(SessionErrors.noSuchTest(words.bare(), part, prompt.tests()));
            return;
        }
        talk.findings(plan.findings());
        run(bench, talk, plan, cases, models);
    }

    private static void run(Workbench bench, Talk talk, TestPlan plan, List<TestCase> cases, List<String> models)
            throws InterruptedException {
        Recordings recordings = new Recordings(Recordings.Mode.REPLAY, false, ReplySource.LIVE);
        TestRunner runner = new TestRunner(TestOptions.DEFAULT.withModels(models), recordings);
        List<CaseResult> ended = new ArrayList<>();
        try {
            bench.running().run(stop -> {
                Cancellation.Hook interrupt = stop.interrupting();
                try {
                    return runner.run(cases, one -> {
                        ended.add(one);
                        talk.listener().progress(line(one));
                    });
                } finally {
                    interrupt.close();
                }
            });
        } catch (InterruptedException e) {
            tell(talk, ended);
            talk.notice("cancelled");
            talk.ends(ExitCode.INTERRUPTED);
            return;
        }
        tell(talk, ended);
        talk.findings(recordings.finish(plan, cases));
        SuiteResult result = new SuiteResult(ended);
        talk.text(result.summary());
        if (!plan.findings().isEmpty()) {
            talk.ends(ExitCode.MISTAKE);
        }
        talk.ends(ExitCode.gravest(
                ended.stream().map(one -> ExitCode.of(one.verdict())).toList()));
    }

    private static void tell(Talk talk, List<CaseResult> results) {
        for (CaseResult one : results) {
            talk.text(line(one));
            List<Diagnostic> findings = one.allFindings();
            talk.findings(findings);
        }
    }

    private static String line(CaseResult result) {
        String runs = result.planned() < 2 || result.tally().runs() == 0
                ? ""
                : " (" + result.tally().passed() + " of " + result.tally().runs() + ")";
        return String.format(Locale.ROOT, "%-10s", result.verdict().mark())
                + Quoted.cut(result.test().name())
                + runs;
    }
}
