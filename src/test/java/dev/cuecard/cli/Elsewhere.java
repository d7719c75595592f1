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
                    "Ctrl-C in the stream",
                    "back within 200 ms, the connection is closed",
                    "130",
                    "chat.http.StreamTest",
                    "anInterruptInTheStreamIsBackAtOnce"),
            new Elsewhere(
                    "1,000 failed runs",
                    "no thread, connection or file handle is left",
                    "",
                    "chat.http.LeftoverTest",
                    "aThousandFailedRunsLeaveNothing"));

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
