package dev.cuecard.cli;

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
                    "`cancelled` within 200 ms",
                    "130",
                    "CancelledRunTest",
                    "whileItConnects"),
            new Elsewhere(
                    "Ctrl-C while it waits for another attempt",
                    "`cancelled` within 200 ms, no further call",
                    "130",
                    "CancelledRunTest",
                    "whileItWaitsForAnotherAttempt"),
            new Elsewhere(
                    "Ctrl-C in the stream",
                    "`cancelled` within 200 ms, the connection is closed, what came is kept",
                    "130",
                    "CancelledRunTest",
                    "inTheMiddleOfAStream"),
            new Elsewhere(
                    "Ctrl-C in a suite",
                    "what was finished is reported",
                    "130",
                    "cli.InterruptTest",
                    "aSuiteReportsWhatWasFinished"),
            new Elsewhere(
                    "100 runs against a server that allows two",
                    "all pass",
                    "0",
                    "cli.LiveTest",
                    "aHundredRunsAgainstAServerThatAllowsTwo"),
            new Elsewhere(
                    "a provider that fails five times in a row",
                    "the breaker opens: nothing more is sent",
                    "3",
                    "cli.LiveTest",
                    "fiveFailuresInARowAreEnough"),
            new Elsewhere(
                    "a breaker that heals", "one call tries, then all go on", "", "chat.guard.BreakersTest", "itHeals"),
            new Elsewhere(
                    "401 in a suite",
                    "that provider is not asked any more",
                    "3",
                    "cli.LiveTest",
                    "afterARefusedKeyNothingIsAskedAnyMore"),
            new Elsewhere(
                    "403 in a suite",
                    "that model is not asked any more",
                    "3",
                    "cli.LiveTest",
                    "afterARefusedModelThatModelIsNotAskedAnyMore"),
            new Elsewhere(
                    "a budget that is spent",
                    "`over_budget` before the call that could pass it",
                    "5",
                    "cli.LiveTest",
                    "aRunSpendsNoMoreThanIsAllowed"),
            new Elsewhere(
                    "a budget, and a re-ask that would pass it",
                    "the reply is not sent back",
                    "5",
                    "cli.LiveTest",
                    "anInvalidReplyIsSentBackOnlyWhileThereIsMoney"),
            new Elsewhere(
                    "a budget, and a model without a price",
                    "refused before the call",
                    "5",
                    "cli.LiveTest",
                    "aModelWithoutAPriceIsNotAsked"),
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
                    "a torn or edited recording",
                    "it is not used, and no call is made in its place",
                    "6",
                    "cli.RecordingTest",
                    "whatIsNotAsItWasWrittenIsNotUsed"),
            new Elsewhere(
                    "a stream of terminal escapes",
                    "escaped on a terminal, as it is to a pipe",
                    "0",
                    "cli.StreamJobTest",
                    "terminalEscapesGoToAPipeAsTheyAreAndToATerminalEscaped"),
            new Elsewhere(
                    "a stream with a mistake, cut at every place",
                    "the same events before it",
                    "",
                    "chat.sse.SseReaderTest",
                    "theEventsBeforeAMistakeCountWhereverItIsCut"),
            new Elsewhere(
                    "a proxy that refuses", "P720, and no key goes to it", "3", "cli.ProxyTest", "aProxyThatRefuses"),
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
