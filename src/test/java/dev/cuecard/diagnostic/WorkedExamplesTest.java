package dev.cuecard.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the style guide, to the byte. */
class WorkedExamplesTest {

    @Test
    void unknownVariable() {
        Source file = file(
                "prompts/sentiment.prompt", Map.of(16, "var review: untrusted string", 36, "  {{ reveiw | fence }}"));
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P201, "unknown variable `reveiw`", span(file, 36, "reveiw"), "not declared in this prompt")
                .and(span(file, 16, "review"), "`review` is declared here")
                .help("did you mean `review`?")
                .done();
        assertShown(diagnostic, """
                error[P201]: unknown variable `reveiw`
                  --> prompts/sentiment.prompt:36:6
                   |
                16 | var review: untrusted string
                   |     ------ `review` is declared here
                ...
                36 |   {{ reveiw | fence }}
                   |      ^^^^^^ not declared in this prompt
                   |
                   = help: did you mean `review`?
                """);
    }

    @Test
    void jsonModeWithoutTheWord() {
        Source file = file("prompts/triage.prompt", Map.of(16, "output json {"));
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P301,
                        "JSON mode is on, but no message mentions JSON",
                        span(file, 16, "output json"),
                        "this turns JSON mode on")
                .note("the API refuses a JSON-mode request (HTTP 400) unless the word \"JSON\" appears in a message")
                .note("looked in 2 messages: `system` (line 7) and `user` (line 11)")
                .help("show the model the shape it should reply with: Reply with JSON in this shape: {{ shape() }}")
                .done();
        assertShown(diagnostic, """
                error[P301]: JSON mode is on, but no message mentions JSON
                  --> prompts/triage.prompt:16:1
                   |
                16 | output json {
                   | ^^^^^^^^^^^ this turns JSON mode on
                   |
                   = note: the API refuses a JSON-mode request (HTTP 400) unless the word "JSON" appears in a message
                   = note: looked in 2 messages: `system` (line 7) and `user` (line 11)
                   = help: show the model the shape it should reply with: Reply with JSON in this shape: {{ shape() }}
                """);
    }

    @Test
    void unknownType() {
        Source file = file("prompts/triage.prompt", Map.of(18, "  urgency:  nubmer(1..5)"));
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P211, "unknown type `nubmer`", span(file, 18, "nubmer"), "not a type")
                .help("did you mean `number`?")
                .done();
        assertShown(diagnostic, """
                error[P211]: unknown type `nubmer`
                  --> prompts/triage.prompt:18:13
                   |
                18 |   urgency:  nubmer(1..5)
                   |             ^^^^^^ not a type
                   |
                   = help: did you mean `number`?
                """);
    }

    @Test
    void missingInputs() {
        Source file = file("prompts/triage.prompt", Map.of(3, "var customer: string", 4, "var ticket: string"));
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P401,
                        "missing 2 required inputs: `customer` and `ticket`",
                        span(file, 3, "customer"),
                        "declared here without a default")
                .and(span(file, 4, "ticket"), "and here")
                .note("given: nothing; left to its default: `tone`")
                .help("pass them with `--var customer=... --var ticket=...`")
                .done();
        assertShown(diagnostic, """
                error[P401]: missing 2 required inputs: `customer` and `ticket`
                 --> prompts/triage.prompt:3:5
                  |
                3 | var customer: string
                  |     ^^^^^^^^ declared here without a default
                4 | var ticket: string
                  |     ------ and here
                  |
                  = note: given: nothing; left to its default: `tone`
                  = help: pass them with `--var customer=... --var ticket=...`
                """);
    }

    @Test
    void unclosedTextBlock() {
        Source file = file("prompts/greet.prompt", Map.of(7, "user \"\"\"", 8, "Hello"));
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P002, "text block is never closed", span(file, 7, "\"\"\""), "opened here")
                .note("the file ends on line 8 with this block still open")
                .help("add a closing `\"\"\"` on a line of its own")
                .done();
        assertShown(diagnostic, """
                error[P002]: text block is never closed
                 --> prompts/greet.prompt:7:6
                  |
                7 | user \"""
                  |      ^^^ opened here
                  |
                  = note: the file ends on line 8 with this block still open
                  = help: add a closing `\"""` on a line of its own
                """);
    }

    @Test
    void declaredTwice() {
        Source file = file(
                "prompts/triage.prompt",
                Map.of(4, "var ticket: string", 5, "var tone = \"polite\"", 6, "var ticket: string[]"));
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P202, "`ticket` is declared twice", span(file, 6, "ticket"), "declared again here")
                .and(span(file, 4, "ticket"), "first declared here")
                .help("remove one, or rename the second")
                .done();
        assertShown(diagnostic, """
                error[P202]: `ticket` is declared twice
                 --> prompts/triage.prompt:6:5
                  |
                4 | var ticket: string
                  |     ------ first declared here
                5 | var tone = "polite"
                6 | var ticket: string[]
                  |     ^^^^^^ declared again here
                  |
                  = help: remove one, or rename the second
                """);
    }

    @Test
    void missingImport() {
        Source file = file("prompts/triage.prompt", Map.of(3, "import \"shared/saftey.prompt\" as safety"));
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P101,
                        "imported file not found: `shared/saftey.prompt`",
                        span(file, 3, "\"shared/saftey.prompt\""),
                        "no such file")
                .note("looked for `prompts/shared/saftey.prompt`; paths are relative to the file that imports them")
                .help("did you mean `shared/safety.prompt`?")
                .done();
        assertShown(diagnostic, """
                error[P101]: imported file not found: `shared/saftey.prompt`
                 --> prompts/triage.prompt:3:8
                  |
                3 | import "shared/saftey.prompt" as safety
                  |        ^^^^^^^^^^^^^^^^^^^^^^ no such file
                  |
                  = note: looked for `prompts/shared/saftey.prompt`; paths are relative to the file that imports them
                  = help: did you mean `shared/safety.prompt`?
                """);
    }

    @Test
    void replyAgainstItsType() {
        Source reply = new Source(
                "reply from gpt-4o-mini", "{\n  \"label\": \"x\",\n  \"urgency\": \"high\",\n  \"a\": 1\n}\n");
        Source file = file("prompts/triage.prompt", Map.of(18, "  urgency:  number(1..5)"));
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P501,
                        "the reply does not match its type at `/urgency`",
                        span(reply, 3, "\"high\""),
                        "expected a number from 1 to 5, got a string")
                .and(span(file, 18, "number(1..5)"), "required by this declaration")
                .note("the other 2 fields are valid")
                .done();
        assertShown(diagnostic, """
                error[P501]: the reply does not match its type at `/urgency`
                  --> reply from gpt-4o-mini:3:14
                   |
                 3 |   "urgency": "high",
                   |              ^^^^^^ expected a number from 1 to 5, got a string
                   |
                  ::: prompts/triage.prompt:18:13
                   |
                18 |   urgency:  number(1..5)
                   |             ------------ required by this declaration
                   |
                   = note: the other 2 fields are valid
                """);
    }

    /** A file in which only the given lines say something. */
    private static Source file(String name, Map<Integer, String> lines) {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 40; line++) {
            text.append(lines.getOrDefault(line, "")).append('\n');
        }
        return new Source(name, text.toString());
    }

    private static Span span(Source source, int line, String what) {
        int at = source.text().indexOf(what, source.lineStart(line));
        return source.span(at, at + what.length());
    }

    private static void assertShown(Diagnostic diagnostic, String expected) {
        assertThat(DiagnosticRenderer.plain().render(diagnostic)).isEqualTo(expected);
    }
}
