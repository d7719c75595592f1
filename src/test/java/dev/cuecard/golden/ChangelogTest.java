package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The changelog shows each diagnostic in full, as one of the goldens does. New ones stand in the section for what is
 * unreleased; {@code -Dgolden.update=true} writes that section anew, less what a released one shows.
 */
class ChangelogTest {

    private static final Path CHANGELOG = Path.of("CHANGELOG.md");
    private static final String HEADING = "### Diagnostics\n\n";
    private static final Pattern SECTION = Pattern.compile("(?s)" + HEADING + ".*?(?=\n## |\\z)");

    /** One diagnostic of an expectation: from its first line to the next blank line. */
    private static final Pattern ONE = Pattern.compile("(?ms)^(?:error|warning)\\[(P\\d{3})].*?(?=\n\n|\\z)");

    @Test
    void eachDiagnosticIsShownInFull() throws IOException {
        String changelog = Files.readString(CHANGELOG);
        Map<Code, List<String>> messages = messages();
        assertThat(messages.keySet()).containsExactly(Code.values());
        if (Boolean.getBoolean("golden.update")) {
            assertThat(System.getenv("CI"))
                    .as("nothing is rewritten where CI is set")
                    .isNull();
            String section = Matcher.quoteReplacement(section(changelog, messages));
            changelog = SECTION.matcher(changelog).replaceFirst(section);
            Files.writeString(CHANGELOG, changelog);
        }
        String text = changelog;
        assertThat(messages)
                .allSatisfy((code, all) -> assertThat(all)
                        .as("%s stands in the changelog as a golden has it; -Dgolden.update=true writes it", code)
                        .anyMatch(text::contains));
    }

    /** What stands there already stays; of what does not, the shortest message among the goldens is taken. */
    private static String section(String changelog, Map<Code, List<String>> messages) {
        List<String> shown = messages.values().stream()
                .map(all -> all.stream()
                        .filter(changelog::contains)
                        .findFirst()
                        .orElseGet(() -> Collections.min(all, Comparator.comparing(String::length))))
                .toList();
        return HEADING + "All of them are new. `cuecard explain CODE` tells more about each.\n\n```\n"
                + String.join("\n\n", shown) + "\n```\n";
    }

    private static Map<Code, List<String>> messages() throws IOException {
        List<Path> files = HygieneTest.files(".err")
                .filter(file -> file.startsWith(Folder.ROOT.resolve("errors")))
                .toList();
        Map<Code, List<String>> messages = new EnumMap<>(Code.class);
        for (Path file : files) {
            Matcher one = ONE.matcher(Files.readString(file).stripTrailing());
            while (one.find()) {
                messages.computeIfAbsent(Code.valueOf(one.group(1)), code -> new ArrayList<>())
                        .add(one.group().stripTrailing());
            }
        }
        return messages;
    }
}
