package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help of each command is set for 80 columns, and no line of it breaks off early. */
class HelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run", "render", "read", "check", "fmt", "test", "schema", "tokens", "repl", "sim", "init", "explain"
            })
    void isSetForEightyColumns(String command) throws Exception {
        Cli.Ran ran = new Cli().run(command, "--help");
        assertThat(ran.code()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
        for (int i = 1; i < lines.size(); i++) {
            String before = lines.get(i - 1);
            String word = lines.get(i).strip().split(" ", 2)[0];
            boolean paragraph = before.matches("(?!Usage)\\S.*") && lines.get(i).matches("\\S.*");
            boolean ended = before.matches(".*[.:;]");
            assertThat(paragraph && !ended && before.length() + 1 + word.length() < 78)
                    .as(before + "\n" + lines.get(i))
                    .isFalse();
            assertThat(before.startsWith("  cuecard ") && lines.get(i).matches("\\S.*"))
                    .as("an example goes on: " + lines.get(i))
                    .isFalse();
            boolean goesOn = lines.get(i).matches(" {20,}\\S.*") && before.matches(" {3,}\\S.*|.* {2,}\\S.*");
            assertThat(goesOn && !ended && before.length() + 1 + word.length() < 60)
                    .as(before + "\n" + lines.get(i))
                    .isFalse();
        }
    }
}
