package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.sim.Known;
import dev.cuecard.sim.SimOptions;
import dev.cuecard.sim.SimServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer does what the README says of prompts in CI, with the finished jar in an empty folder, and sees what it shows. */
class NewcomerIT {

    private static final Path README = Path.of("README.md");
    private static final Pattern COMMAND = Pattern.compile("(.*?) +# exits with ([0-9])");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    /** What a command did, and all that it printed. */
    private record Ran(int code, String printed) {}

    /** The alias that the README gives, and then these lines in the newcomer's folder. */
    private Ran shell(String lines) throws Exception {
        String alias = examples(0, Integer.MAX_VALUE).stream()
                .map(Example::text)
                .filter(text -> text.startsWith("alias cuecard="))
                .findFirst()
                .orElseThrow();
        Path script = Files.writeString(
                folder.resolve("script.sh"),
                "shopt -s expand_aliases\n" + alias + "cd '" + home() + "'\n" + lines + "\n");
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(printed));
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("shop"));
    }

    private static List<Example> examples(int from, int to) throws IOException {
        return Example.of(README).stream()
                .filter(example -> example.line() > from && example.line() < to)
                .toList();
    }

    /** The blocks of the section. */
    private static List<Example> walk() throws IOException {
        List<String> lines = Files.readAllLines(README);
        int from = lines.indexOf("## Prompts in CI");
        int to = lines.indexOf("## How it works");
        return examples(from, to);
    }

    @Test
    void theReadmeShowsWhatHappens() throws Exception {
        String seen = "";
        int commands = 0;
        int shown = 0;
        for (Example example : walk()) {
            if (example.is("sh")) {
                StringBuilder all = new StringBuilder();
                for (String line : example.text().lines().toList()) {
                    var command = COMMAND.matcher(line);
                    assertThat(command.matches()).as(line).isTrue();
                    Ran ran = shell(command.group(1));
                    assertThat(ran.code())
                            .as(line + "\n" + ran.printed())
                            .isEqualTo(Integer.parseInt(command.group(2)));
                    all.append(ran.printed());
                    commands++;
                }
                seen = all.toString();
            } else if (example.is("diff")) {
                edit(example.text());
            } else if (example.is("")) {
                assertThat(seen).isEqualTo(example.text());
                shown++;
            }
        }
        assertThat(commands).isEqualTo(5);
        assertThat(shown).isEqualTo(2);
        recordsAgain();
    }

    /** Each line that goes, and the one that comes for it. */
    private void edit(String diff) throws IOException {
        Path prompt = home().resolve("prompts/review.prompt");
        List<String> lines = diff.lines().toList();
        String text = Files.readString(prompt);
        for (int i = 0; i < lines.size(); i += 2) {
            assertThat(lines.get(i)).startsWith("-");
            assertThat(lines.get(i + 1)).startsWith("+");
            String old = lines.get(i).substring(1) + "\n";
            assertThat(text).containsOnlyOnce(old);
            text = text.replace(old, lines.get(i + 1).substring(1) + "\n");
        }
        Files.writeString(prompt, text);
    }

    /** The command that the stale test's message ends with, against a server on this machine. */
    private void recordsAgain() throws Exception {
        Ran stale = shell("cuecard test prompts");
        String help = Pattern.compile("= help: record it again: (cuecard .*)\n")
                .matcher(stale.printed())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        Known known;
        try (PromptEngine engine = PromptEngine.builder().build()) {
            known = Known.of(
                    engine.load(home().resolve("prompts/review.prompt")).checked());
        }
        try (SimServer server = SimServer.start(SimOptions.defaults().withKnown(List.of(known)))) {
            environment.put("OPENAI_BASE_URL", server.baseUri().toString());
            Ran recorded = shell(help);
            assertThat(recorded.code()).as(recorded.printed()).isZero();
        }
        environment.clear();
        Ran again = shell("cuecard test prompts");
        assertThat(again.code()).as(again.printed()).isZero();
    }

    @Test
    void theWorkflowPassesAsItWasWrittenAndMarksTheLineOfAMistake() throws Exception {
        assertThat(shell("git init -q . && cuecard init").code()).isZero();
        Files.createDirectories(home().resolve("tools"));
        Files.copy(Path.of("target/cuecard.jar"), home().resolve("tools/cuecard.jar"));
        environment.put("CUECARD", "tools/cuecard.jar");
        environment.put("PROMPTS", "prompts");
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        List<String> steps = steps();
        assertThat(steps).hasSize(2);
        for (String step : steps) {
            Ran ran = shell(step);
            assertThat(ran.code()).as(ran.printed()).isZero();
        }
        assertThat(Files.readString(folder.resolve("summary.md"))).contains("2 of 2 passed");
        assertThat(home().resolve("prompt-reports/TEST-prompts.xml")).exists();
        edit("-  confidence: number(0..1)\n+  confidence: number(0..0.5)\n");
        Ran checked = shell(steps.get(0));
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.printed()).contains("::error file=prompts/review.prompt,line=19,");
        Ran tested = shell(steps.get(1));
        assertThat(tested.code()).isEqualTo(6);
        assertThat(tested.printed()).contains("::error file=prompts/review.prompt,line=");
    }

    private List<String> steps() throws IOException {
        List<String> steps = new ArrayList<>();
        for (String line : Files.readAllLines(home().resolve(".github/workflows/prompts.yml"))) {
            if (line.startsWith("        run: ")) {
                steps.add(line.substring("        run: ".length()));
            }
        }
        return steps;
    }

    @Test
    void nothingIsLeftBehindButTheFilesThatItNames() throws Exception {
        Ran ran = shell("cuecard init");
        List<String> named = Pattern.compile("(?m)^wrote  (.*)$")
                .matcher(ran.printed())
                .results()
                .map(line -> line.group(1))
                .sorted()
                .toList();
        try (Stream<Path> files = Files.walk(home())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> relative(file))
                            .sorted())
                    .hasSize(3)
                    .containsExactlyElementsOf(named);
        }
    }

    private String relative(Path file) {
        return folder.resolve("shop").relativize(file).toString();
    }
}
