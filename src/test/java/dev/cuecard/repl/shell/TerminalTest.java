package dev.cuecard.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.sim.Injection;
import dev.cuecard.sim.SimFault;
import dev.cuecard.sim.SimOptions;
import dev.cuecard.sim.SimServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The session as a person meets it: the whole program in a pseudo-terminal of the system. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "starts the program by setsid, to give it a terminal of its own")
class TerminalTest {

    private static final String UP = "\u001bOA";
    private static final String LEFT = "\u001bOD";
    private static final String RIGHT = "\u001bOC";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*[1-9][0-9;]*m");

    private static final Pattern WAITING = Pattern.compile("(?m)^(?:[⠁-⣿] gpt-6-luna [0-9]|\\{)");

    private static final Pattern SPINNER = Pattern.compile("[⠁-⣿|/\\\\-] gpt-6-luna [0-9]+[.][0-9] s");

    private static final String MOOD = """
            prompt mood
            model "gpt-6-luna"
            var text: untrusted string
            user "Reply with JSON. {{ shape() }}"
            user text
            output json { mood: "good" | "bad", why: string }
            """;

    @TempDir
    private Path folder;

    private PseudoTerminal start(String... arguments) throws Exception {
        return start(Map.of(), arguments);
    }

    private PseudoTerminal start(Map<String, String> environment, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "repl";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return PseudoTerminal.start(folder, environment, all);
    }

    private void mood(String text) throws Exception {
        Files.writeString(folder.resolve("mood.prompt"), text);
    }

    @Test
    void expressionsAreEvaluatedAndCtrlDLeaves() throws Exception {
        try (PseudoTerminal terminal = start()) {
            terminal.until("cuecard>")
                    .until("no model")
                    .enter("1 + 1")
                    .until("2 : integer")
                    .until("no model");
            terminal.type(CTRL_D);
            assertThat(terminal.exit()).isZero();
            assertThat(terminal.raw()).doesNotContainIgnoringCase("warning");
        }
    }

    @Test
    void aDefectEndsTheLineAndNotTheSession() throws Exception {
        try (PseudoTerminal terminal = PseudoTerminal.startMain(BrokenSession.class.getName(), folder, Map.of())) {
            terminal.until("cuecard>").enter("break").until("it broke: by accident");
            terminal.enter("still there?").until("heard still there?").type(CTRL_D);
            assertThat(terminal.exit()).isZero();
        }
    }

    @Test
    void tabCompletesAndListsWithDescriptions() throws Exception {
        mood(MOOD);
        try (PseudoTerminal terminal = start("mood.prompt", "--model", "sim")) {
            terminal.until("mood>").type("text = \"a\" | fe\t").until("mood> text = \"a\" | fence");
            terminal.type(CTRL_C)
                    .until("is free again", shown -> PseudoTerminal.last(shown).startsWith("mood>  "));
            terminal.type(":re\t")
                    .until(":render")
                    .until("(shows the request that `:run` would send")
                    .until(":reload")
                    .until(":retry");
            terminal.type("n\t").until("mood> :render");
            assertThat(terminal.shown()).contains("sim");
        }
    }

    @Test
    void aBlockIsTypedOverLinesAndRecalledWhole() throws Exception {
        try (PseudoTerminal terminal = start()) {
            terminal.until("cuecard>").enter("user \"\"\"").until("       |");
            terminal.enter("  Hello").enter("  you").enter("  \"\"\"");
            terminal.until("is done", shown -> PseudoTerminal.last(shown).matches("[a-z]+>.*"));
            terminal.type(UP).until("is recalled", shown -> shown.endsWith("|   \"\"\"") && count(shown, "Hello") == 2);
            terminal.type(CTRL_C);
            terminal.until("is free again", shown -> PseudoTerminal.last(shown).contains("no model"));
            terminal.enter(":show").until("\"\"\"\n  Hello\n  you\n  \"\"\"\n");
        }
    }

    @Test
    void pastedTextIsTakenAsOne() throws Exception {
        try (PseudoTerminal terminal = start()) {
            terminal.until("cuecard>").until("is ready", shown -> terminal.raw().contains("\u001b[?2004h"));
            terminal.type("\u001b[200~var a: string\rvar b: string\ruser \"{{ a }} {{ b }}\"\u001b[201~");
            terminal.until("| user \"{{ a }} {{ b }}\"");
            assertThat(terminal.shown()).as("nothing is taken before Enter").doesNotContain("input");
            terminal.type("\r").enter(":vars").until("a: string").until("b: string");
        }
    }

    @Test
    void anEarlierLineIsAGhostThatIsTakenByTheRightArrow() throws Exception {
        try (PseudoTerminal terminal = start()) {
            terminal.until("cuecard>").enter("100 + 23").until("123 : integer");
            terminal.type("100")
                    .until(
                            "shows the ghost",
                            shown -> PseudoTerminal.last(shown).startsWith("cuecard> 100 + 23"));
            terminal.type(RIGHT).type("4").until("cuecard> 100 + 234");
            terminal.type("\r").until("334 : integer");
        }
    }

    @Test
    void wideCharactersCountTwoColumns() throws Exception {
        try (PseudoTerminal terminal = start()) {
            terminal.until("cuecard>").type("\"日本\"").until("本").type(LEFT).type(LEFT);
            terminal.untilWritten("moved left by three columns", raw -> raw.matches("(?s).*[^\b]\b\b\b"));
            terminal.type("x\r").until("\"日x本\" : ");
            terminal.enter("\"😀\" | length").until("1 : integer");
        }
    }

    /** JLine's own display takes such a character apart at the right margin. */
    @Test
    void wideCharactersStayWholeWhereALineIsWrapped() throws Exception {
        try (PseudoTerminal terminal = start()) {
            String digits = "0123456789".repeat(6);
            terminal.until("cuecard>").type("\"" + digits + "0123456789日b本");
            terminal.until("goes on in the next row", shown -> shown.endsWith("6789\n日b本"));
            terminal.type("\" | length\r").until("73 : integer");
        }
        try (PseudoTerminal terminal = start()) {
            // The screen of these tests knows no characters of two units.
            terminal.until("cuecard>").type("'" + "0123456789".repeat(7) + "😀b");
            terminal.untilWritten("writes it in one piece", raw -> raw.contains("😀"));
        }
    }

    @Test
    void aSpinnerIsSeenWhileNothingHasComeAndIsGoneThen() throws Exception {
        mood(MOOD);
        SimOptions slow = SimOptions.defaults().withLatency(Duration.ofSeconds(2));
        try (SimServer server = SimServer.start(slow)) {
            Map<String, String> environment =
                    Map.of("OPENAI_BASE_URL", server.baseUri().toString(), "OPENAI_API_KEY", "sk-test");
            try (PseudoTerminal terminal = start(environment, "mood.prompt")) {
                terminal.until("mood>").enter("text = \"Hi\"").enter(":run");
                terminal.until("shows it", shown -> SPINNER.matcher(shown).find());
                terminal.until(" attempts, ");
                assertThat(SPINNER.matcher(terminal.shown()).find()).isFalse();
            }
            Map<String, String> dumb = new HashMap<>(environment);
            dumb.put("TERM", "dumb");
            try (PseudoTerminal terminal = start(dumb, "mood.prompt")) {
                terminal.until("mood>").enter("text = \"Hi\"").enter(":run").until(" attempts, ");
                assertThat(SPINNER.matcher(terminal.raw()).find()).isFalse();
            }
        }
    }

    /** The editor is asked for a word: what is typed for it is seen, and a line ends with Enter, as in any program. */
    @Test
    void anEditorHasTheTerminalForItself() throws Exception {
        mood(MOOD);
        Path editor = Files.writeString(folder.resolve("editor"), """
                #!/bin/sh
                printf 'instead of good: '
                read -r word
                sed -i "s/good/$word/" "$1"
                """);
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        try (PseudoTerminal terminal = start(Map.of("EDITOR", editor.toString()), "mood.prompt")) {
            terminal.until("mood>").enter(":edit").until("instead of good:");
            terminal.enter("fine").until("instead of good: fine");
            terminal.until("is free again", shown -> PseudoTerminal.last(shown).matches("mood\\*?> .*gpt-6-luna"));
            terminal.enter(":show").until("mood: \"fine\" | \"bad\"");
            terminal.type("40 + 2\r").until("42 : integer");
        }
    }

    @Test
    void controlCharactersAreShownEscaped() throws Exception {
        try (PseudoTerminal terminal = start()) {
            terminal.until("cuecard>").enter("\"a\\u001b[31mb\\u0007\"").until("\n\"a\\u001b[31mb\\u0007\" : ");
            assertThat(terminal.raw()).doesNotContain("\u001b[31m").doesNotContain("\u0007");
        }
    }

    @Test
    void ctrlCCancelsAStalledStreamAndKeepsTheSession() throws Exception {
        mood(MOOD);
        SimOptions stalls = SimOptions.defaults().withFaults(List.of(new Injection(SimFault.STALL, 1)));
        try (SimServer server = SimServer.start(stalls);
                PseudoTerminal terminal = start(
                        Map.of("OPENAI_BASE_URL", server.baseUri().toString(), "OPENAI_API_KEY", "sk-test"),
                        "mood.prompt")) {
            terminal.until("mood>").enter("text = \"Hi\"").enter(":run");
            terminal.until("waits for the rest", shown -> WAITING.matcher(shown).find());
            long pressed = System.nanoTime();
            terminal.type(CTRL_C).until("cancelled");
            assertThat(Duration.ofNanos(System.nanoTime() - pressed))
                    .as("far less than the 30 seconds that a stream may be silent")
                    .isLessThan(Duration.ofSeconds(10));
            terminal.until("is free again", shown -> PseudoTerminal.last(shown).startsWith("mood>"));
            terminal.enter("text").until("\"Hi\" : string");
        }
    }

    @Test
    void theReplyIsSeenAndTheModelAnswersInTheStatus() throws Exception {
        mood(MOOD);
        try (PseudoTerminal terminal = start("mood.prompt", "--model", "sim")) {
            terminal.until("mood>").enter("text = \"Hi\"").enter(":run").until("valid, sim (simulated), 1 attempt");
            terminal.until("{\n  \"mood\": \"").until(" tokens\n", shown -> shown.endsWith(" tokens"));
            assertThat(PseudoTerminal.last(terminal.shown())).matches("mood> +sim · [0-9]+ tokens");
            assertThat(COLOUR.matcher(terminal.raw()).find()).isTrue();
        }
    }

    @Test
    void eachTestIsToldOnce() throws Exception {
        mood(MOOD + "test \"one\" {\n  text = \"Hi\"\n  reply '{}'\n  expect outcome == \"schema_violation\"\n}\n");
        try (PseudoTerminal terminal = start("mood.prompt")) {
            terminal.until("mood>").enter(":test").until("1 test: 1 passed");
            assertThat(terminal.shown()).containsOnlyOnce("pass      one");
        }
    }

    @Test
    void aFileThatChangesIsReloadedWhileNobodyTypes() throws Exception {
        mood(MOOD);
        try (PseudoTerminal terminal = start("mood.prompt", "--model", "sim")) {
            terminal.until("mood>").enter("text = \"Hi\"").type("te").until("mood> te");
            mood(MOOD.replace("prompt mood", "prompt temper"));
            terminal.until("reloaded").until("mood> te");
            terminal.type("xt\r").until("\"Hi\" : string").until("temper>");
        }
    }

    @Test
    void aLongLineIsLaidOutAnewWhenTheTerminalIsNarrower() throws Exception {
        try (PseudoTerminal terminal = start()) {
            String line = "\"0123456789 0123456789 0123456789 0123456789\"";
            terminal.until("cuecard>").type(line).until(line);
            terminal.resize(40, 24);
            terminal.until("is laid out anew", shown -> shown.contains("cuecard> \"0123456789 0123456789 01234567"));
            terminal.type(" | length\r").until("43 : integer");
        }
    }

    @Test
    void aRequestIsColouredOnATerminalUnlessNoColorIsSet() throws Exception {
        mood(MOOD);
        String[] render = {"render", "mood.prompt", "--var", "text=Hi", "--format", "text"};
        try (PseudoTerminal terminal = PseudoTerminal.start(folder, Map.of(), render)) {
            terminal.until("--- user").until("Hi");
            assertThat(terminal.exit()).isZero();
            assertThat(terminal.raw()).contains("--- \u001b[1;36muser\u001b[0m ---");
        }
        try (PseudoTerminal terminal = PseudoTerminal.start(folder, Map.of("NO_COLOR", "1"), render)) {
            terminal.until("--- user").until("Hi");
            assertThat(terminal.exit()).isZero();
            assertThat(terminal.raw()).doesNotContain("\u001b");
        }
    }

    @Test
    void withNoColorThereIsNone() throws Exception {
        mood(MOOD);
        try (PseudoTerminal terminal = start(Map.of("NO_COLOR", "1"), "mood.prompt", "--model", "sim")) {
            terminal.until("mood>").enter("text = \"Hi\"").enter(":run").until("valid, sim");
            terminal.enter("1 + )")
                    .until("error[P0")
                    .type(":s\t")
                    .until(":show")
                    .type(CTRL_C);
            terminal.enter(":show").until("output json");
            assertThat(COLOUR.matcher(terminal.raw())
                            .results()
                            .map(found -> found.group().substring(1)))
                    .as("reverse video marks a choice, and is no colour")
                    .isSubsetOf("[7m", "[27m");
        }
    }

    @Test
    void aDumbTerminalGetsNoEscapeSequence() throws Exception {
        mood(MOOD);
        try (PseudoTerminal terminal = start(Map.of("TERM", "dumb"), "mood.prompt", "--model", "sim")) {
            terminal.until("mood>")
                    .enter("text = \"\"\"")
                    .until("|")
                    .enter("  Hi")
                    .enter("  \"\"\"");
            terminal.until("is done", shown -> shown.endsWith("mood>"))
                    .enter(":run")
                    .until("valid, sim");
            terminal.until("is free again", shown -> shown.endsWith("mood>"))
                    .type("1 + ")
                    .until("mood> 1 +")
                    .type(CTRL_C);
            terminal.until(
                    "dropped the line", shown -> PseudoTerminal.last(shown).equals("mood>"));
            terminal.enter("40 + 2").until("42 : integer").type(CTRL_D);
            assertThat(terminal.exit()).isZero();
            assertThat(terminal.raw()).doesNotContain("\u001b");
        }
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
