package dev.cuecard.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void codesStandInTheOrderOfTheirNumbers() {
        List<String> names = Arrays.stream(Code.values()).map(Enum::name).toList();
        assertThat(names).allMatch(name -> name.matches("P[0-9]{3}")).isSorted();
    }

    @Test
    void eachSaysInOneLineWhatItMeans() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/cuecard/diagnostic/Code.java"));
        Matcher constants = Pattern.compile("\n    /\\*\\* [A-Z`{][^\n]+\\. \\*/\n    (P[0-9]{3})[,;]")
                .matcher(source);
        List<String> documented =
                constants.results().map(found -> found.group(1)).toList();
        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Enum::name).toList());
    }
}
