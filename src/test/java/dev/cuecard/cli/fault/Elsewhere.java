package dev.cuecard.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/**
 * Faults that need more than one run and one server: each has a test of its own.
 *
 * @param fault what goes wrong
 * @param comes what comes of it
 * @param exit the exit code, or empty where no command runs
 * @param type the test class below {@code dev.cuecard}
 * @param method the test
 */
record Elsewhere(String fault, String comes, String exit, String type, String method) {

    private static final List<Elsewhere> ALL = List.of(
            new Elsewhere(
                    "a model that thinks, silent for ten minutes",
                    "no head or first token after 600 s instead of 60 s",
                    "3",
                    "chat.http.TimersTest",
                    "aModelThatThinksIsWaitedForTenMinutes"),
            new Elsewhere(
                    "Ctrl-C while it connects",
                    "back within 200 ms: `cancelled`",
                    "130",
                    "CancelledRunTest",
                    "whileItConnects"),
            new Elsewhere(
                    "Ctrl-C before the head of a reply",
                    "back within 200 ms, the connection is closed",
                    "130",
                    "CancelledRunTest",
                    "whileItWaitsForAHead"),
            new Elsewhere(
                    "Ctrl-C in a body",
                    "back within 200 ms, the connection is closed",
                    "130",
                    "CancelledRunTest",
                    "inTheMiddleOfABody"),
            new Elsewhere(
                    "Ctrl-C in the wait before another attempt",
                    "back within 200 ms, one call",
                    "130",
                    "CancelledRunTest",
                    "whileItWaitsForAnotherAttempt"),
            new Elsewhere(
                    "Ctrl-C in the stream",
                    "back within 200 ms, the text so far is the reply, the connection is closed",
                    "130",
                    "CancelledRunTest",
                    "inTheMiddleOfAStream"),
            new Elsewhere(
                    "Ctrl-C while a tool is called",
                    "back within 200 ms, the tool is interrupted",
                    "130",
                    "CancelledRunTest",
                    "whileAToolIsCalled"),
            new Elsewhere(
                    "Ctrl-C in `run`, as the signal",
                    "the envelope is printed",
                    "130",
                    "cli.console.InterruptTest",
                    "aRunThatWaitsEndsWithItsEnvelope"),
            new Elsewhere(
                    "Ctrl-C in `test`, as the signal",
                    "what was finished is reported, every report and recording is whole",
                    "130",
                    "cli.console.InterruptTest",
                    "aSuiteReportsWhatWasFinished"),
            new Elsewhere(
                    "100 runs against a server that allows two",
                    "all are answered",
                    "0",
                    "cli.test.LiveTest",
                    "aHundredRunsAgainstAServerThatAllowsTwo"),
            new Elsewhere(
                    "401 in a suite of nine tests",
                    "one call",
                    "3",
                    "cli.test.LiveTest",
                    "afterARefusedKeyNothingIsAskedAnyMore"),
            new Elsewhere(
                    "403 for one of two models, three tests each",
                    "one call for it, three for the other",
                    "3",
                    "cli.test.LiveTest",
                    "afterARefusedModelThatModelIsNotAskedAnyMore"),
            new Elsewhere(
                    "a provider that fails for ever, 40 tests",
                    "five calls, then the breaker is open",
                    "3",
                    "cli.test.LiveTest",
                    "fiveFailuresInARowAreEnough"),
            new Elsewhere(
                    "a provider that fails and recovers",
                    "a trial after 10 s heals the breaker",
                    "0",
                    "chat.guard.BreakersTest",
                    "itHealsOnLoopback"),
            new Elsewhere(
                    "a call that could cost more than is left",
                    "no call: `over_budget`",
                    "5",
                    "cli.test.LiveTest",
                    "aRunSpendsNoMoreThanIsAllowed"),
            new Elsewhere(
                    "a suite that could cost more than is left",
                    "five calls, $0.000255 of $0.0003 spent",
                    "5",
                    "cli.test.LiveTest",
                    "aSuiteSpendsNoMoreThanIsAllowed"),
            new Elsewhere(
                    "an invalid reply, and no money to send it back",
                    "one call: `over_budget`",
                    "5",
                    "cli.test.LiveTest",
                    "anInvalidReplyIsSentBackOnlyWhileThereIsMoney"),
            new Elsewhere(
                    "a budget, and replies without usage",
                    "what each could cost stays reserved",
                    "5",
                    "cli.test.LiveTest",
                    "whatNobodyKnowsIsSpentAtItsWorst"),
            new Elsewhere(
                    "a budget, and a model without a price",
                    "no call: `over_budget`",
                    "5",
                    "cli.test.LiveTest",
                    "aModelWithoutAPriceIsNotAsked"),
            new Elsewhere(
                    "a budget, and a reply without a bound",
                    "no call: `over_budget`",
                    "5",
                    "cli.test.LiveTest",
                    "aReplyWithoutABoundIsNotAskedFor"),
            new Elsewhere(
                    "a budget, and an attempt that is lost on the way",
                    "another one only while there is money",
                    "3",
                    "chat.budget.BudgetTest",
                    "anAttemptThatMayBeBilledIsFollowedByAnotherOnlyWhileThereIsMoney"),
            new Elsewhere(
                    "a budget, and many calls at once that fail as they like",
                    "never more is billed than allowed",
                    "",
                    "chat.budget.BudgetTest",
                    "isNeverSpentTwice"),
            new Elsewhere(
                    "`repeat 1000000`",
                    "an estimate, and no call without a budget",
                    "5",
                    "cli.test.LiveTest",
                    "aMillionRunsNeedABudget"),
            new Elsewhere(
                    "a full disk while a report is written",
                    "the old report is whole",
                    "",
                    "cli.DiskFullTest",
                    "aReportIsTheOldOneOrTheNewOne"),
            new Elsewhere(
                    "a full disk while a recording is written",
                    "no half recording",
                    "6",
                    "cli.DiskFullTest",
                    "aRecordingIsTheOldOneOrTheNewOne"),
            new Elsewhere(
                    "a run that is killed while it records",
                    "what was recorded is whole, `--failed` picks up the rest",
                    "",
                    "cli.test.KilledTest",
                    "killedWhileRecordingItLeavesWhatWasRecordedAndFailedPicksUp"),
            new Elsewhere(
                    "a run that is killed while it writes a report",
                    "the old report or the new one",
                    "",
                    "cli.test.KilledTest",
                    "killedWhileItWritesAReportThereIsTheOldOneOrTheNewOne"),
            new Elsewhere(
                    "a torn or edited recording",
                    "it is not used, and no call is made in its place",
                    "6",
                    "cli.test.RecordingTest",
                    "whatIsNotAsItWasWrittenIsNotUsed"),
            new Elsewhere(
                    "a stream of terminal escapes",
                    "escaped on a terminal, as it is to a pipe",
                    "0",
                    "cli.prompt.StreamJobTest",
                    "terminalEscapesGoToAPipeAsTheyAreAndToATerminalEscaped"),
            new Elsewhere(
                    "a stream with a mistake, cut at every place",
                    "the same events before it",
                    "",
                    "chat.sse.SseReaderTest",
                    "theEventsBeforeAMistakeCountWhereverItIsCut"),
            new Elsewhere(
                    "`<script>` in a reply, in an HTML report",
                    "it is text",
                    "",
                    "cli.test.HtmlReportTest",
                    "nothingThatAPromptOrAModelSaysIsMoreThanText"),
            new Elsewhere(
                    "a proxy that refuses",
                    "P720, and no key goes to it",
                    "3",
                    "cli.console.ProxyTest",
                    "aProxyThatRefuses"),
            new Elsewhere(
                    "1,000 failed runs",
                    "no thread, connection or file handle is left",
                    "",
                    "chat.http.LeftoverTest",
                    "aThousandFailedRunsLeaveNothing"),
            new Elsewhere(
                    "every test of the suite, each logger at its finest",
                    "no key in any record",
                    "",
                    "LogGuardTest",
                    "itFindsAKey"));

    /** The table of them. Each test is there. */
    static String table() throws ClassNotFoundException {
        StringBuilder table = new StringBuilder("""

                Faults that need more than one run, or more than a server, have tests of their own:

                | fault | what comes of it | exit | test |
                | --- | --- | --- | --- |
                """);
        for (Elsewhere one : ALL) {
            Class<?> type = Class.forName("dev.cuecard." + one.type);
            assertThat(Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.getName().equals(one.method))
                            .flatMap(method -> Arrays.stream(method.getAnnotations()))
                            .map(annotation -> annotation.annotationType().getSimpleName()))
                    .as("%s", one)
                    .containsAnyOf("Test", "ParameterizedTest", "Property", "TestFactory");
            table.append("| ")
                    .append(one.fault)
                    .append(" | ")
                    .append(one.comes)
                    .append(" | ")
                    .append(one.exit)
                    .append(" | `")
                    .append(one.type)
                    .append("` |\n");
        }
        return table.toString();
    }
}
