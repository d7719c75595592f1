package dev.cuecard.cli.test;

import dev.cuecard.CheckResult;
import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.budget.Budget;
import dev.cuecard.check.files.PromptFinder;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.console.Shared;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.ReplySource;
import dev.cuecard.testing.RunnerDefect;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import dev.cuecard.testing.live.LiveErrors;
import dev.cuecard.testing.live.LiveReplies;
import dev.cuecard.testing.live.SuiteEstimate;
import dev.cuecard.testing.recording.Recordings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cuecard test PATH…}. */
@Command(
        name = "test",
        description = {
            "Runs the tests of every .prompt file below the paths.",
            "",
            "Replies come from the tests themselves (`reply \"…\"`) and from recordings beside the "
                    + "prompts; nothing is sent without --live or --record. "
                    + "On the simulator (--model sim) an `expect` that depends on the reply is not judged."
        },
        mixinStandardHelpOptions = true,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  cuecard test prompts",
            "  cuecard test prompts --record",
            "  cuecard test prompts/sentiment.prompt --filter happy --live",
            "  cuecard test prompts --model sim",
            "  cuecard test prompts --report junit=target/prompts.xml --report github",
            "  cuecard test prompts --list",
            "",
            "Exits with 0 when all tests pass, 1 when one fails or a file has a mistake, 2 when there "
                    + "is no test, 3 when the provider gives no answer, 5 when `--max-cost` is spent, 6 when a "
                    + "recording is missing, stale or damaged, 7 when the runs are too few to tell a rate and "
                    + "nothing is worse, 130 after Ctrl-C (what was finished by then is reported)."
        })
public final class TestCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
    private List<String> paths = List.of();

    @Mixin
    private TestSelection selection = new TestSelection();

    @Mixin
    private TestReports reports = new TestReports();

    @Mixin
    private TestManner manner = new TestManner();

    public TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, CommandStopped {
        selection.check(console);
        manner.check(console);
        reports.check(console);
        Budget budget = manner.budget(console);
        try (PromptEngine engine = manner.asks() ? Engines.ofTests(console) : Engines.offline(console)) {
            Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
            TestPlan plan = TestPlan.of(prompts(engine, codes), manner.models());
            console.report(plan.findings());
            if (!plan.findings().isEmpty()) {
                codes.add(ExitCode.MISTAKE);
            }
            FailedTests failed = FailedTests.of(console);
            List<TestCase> cases = selection.of(plan, failed).cases();
            if (cases.isEmpty()
                    && selection.wantsFailed()
                    && plan.cases().stream().noneMatch(failed::has)) {
                console.err().println("no test is left that did not pass the last time");
            } else if (cases.isEmpty()) {
                if (codes.isEmpty()) {
                    noTest(plan);
                }
                codes.add(codes.isEmpty() ? ExitCode.USAGE : ExitCode.OK);
            } else if (selection.lists()) {
                cases.forEach(one -> console.out().println(one.file() + ": " + one.name()));
                new EstimatePrinter(console).print(estimate(cases, manner.recordings(ReplySource.LIVE)));
            } else {
                codes.addAll(run(plan, cases, failed, budget, codes));
            }
            return ExitCode.gravest(codes).number();
        }
    }

    private List<Prompt> prompts(PromptEngine engine, Set<ExitCode> codes) throws CommandStopped {
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            files.addAll(PromptFinder.below(FileText.path(console, path)));
        }
        List<CheckResult> checked = files.stream().distinct().toList().parallelStream()
                .map(engine::check)
                .toList();
        List<Diagnostic> mistakes = new ArrayList<>();
        List<Prompt> prompts = new ArrayList<>();
        for (CheckResult result : checked) {
            // Warnings are for `check`; here they would stand between a test and its verdict.
            mistakes.addAll(
                    result.findings().stream().filter(Diagnostic::isError).toList());
            result.prompt().ifPresent(prompts::add);
            if (result.hasErrors()) {
                codes.add(result.notFound() ? ExitCode.USAGE : ExitCode.MISTAKE);
            }
        }
        console.report(Shared.once(mistakes));
        return prompts;
    }

    private void noTest(TestPlan plan) {
        if (plan.cases().isEmpty()) {
            new WrongUse("no test below " + String.join(", ", paths), "name a file or a folder of prompts with tests")
                    .print(console.err());
        } else {
            int all = plan.cases().size();
            new WrongUse(
                            "none of the " + all + (all == 1 ? " test" : " tests") + " is selected",
                            "`--list` without `--filter` and `--shard` names them all")
                    .print(console.err());
        }
    }

    private Set<ExitCode> run(
            TestPlan plan, List<TestCase> cases, FailedTests failed, @Nullable Budget budget, Set<ExitCode> before)
            throws InterruptedException {
        LiveReplies live = manner.live(budget);
        Recordings recordings = manner.recordings(live);
        SuiteEstimate estimate = estimate(cases, recordings);
        EstimatePrinter costs = new EstimatePrinter(console);
        costs.print(estimate);
        Diagnostic tooMany = budget == null ? LiveErrors.tooMany(estimate) : null;
        if (tooMany != null) {
            console.report(tooMany);
            return EnumSet.of(ExitCode.BUDGET);
        }
        TestPrinter printer = new TestPrinter(console);
        ReplySource replies = manner.isLive() ? live : recordings;
        failed.begin(cases);
        Cancellation cancellation = console.interruption().heed();
        TestOptions options = manner.options().withCancellation(cancellation);
        SuiteResult result;
        RunnerDefect defect = null;
        try (Progress progress =
                Progress.of(console, cases.stream().mapToLong(options::runs).sum())) {
            result = new TestRunner(options, replies)
                    .run(
                            cases,
                            one -> {
                                progress.above(() -> printer.print(one));
                                failed.note(one);
                            },
                            progress::done);
        } catch (RunnerDefect e) {
            defect = e;
            result = e.result();
        }
        failed.end();
        // What a test that was stopped would have asked for is kept.
        List<TestCase> judged = result.cases().stream()
                .filter(one -> one.verdict().isJudgement())
                .map(CaseResult::test)
                .toList();
        List<Diagnostic> remarks = recordings.finish(plan, judged);
        if (manner.asks()) {
            costs.print(result);
        }
        if (recordings.notKept() > 0) {
            int tests = recordings.notKept();
            console.err()
                    .println("note: of " + (tests == 1 ? "1 test" : tests + " tests")
                            + " nothing is recorded: the simulator answered, and gives the same again");
        }
        printer.conclude(result, remarks);
        Set<ExitCode> codes = EnumSet.copyOf(TestPrinter.codes(result));
        codes.addAll(before);
        if (cancellation.isCancelled()) {
            codes.add(ExitCode.INTERRUPTED);
        }
        if (Diagnostic.stops(remarks)) {
            codes.add(ExitCode.RECORDING);
        }
        if (!reports.write(console, result, remarks, ExitCode.gravestFirst(codes))) {
            codes.add(ExitCode.USAGE);
        }
        if (defect != null) {
            throw defect;
        }
        return codes;
    }

    /** What will be asked for; nothing without `--live` or `--record`. */
    private SuiteEstimate estimate(List<TestCase> cases, Recordings recordings) {
        return manner.asks() ? SuiteEstimate.of(cases, manner.options(), recordings) : new SuiteEstimate(List.of());
    }
}
