package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.chat.ChatMessage;
import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Checked;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Binder;
import dev.cuecard.render.Binding;
import dev.cuecard.render.Given;
import dev.cuecard.render.Overrides;
import dev.cuecard.render.Rendered;
import dev.cuecard.render.Renderer;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is done with the examples: they are checked and rendered, and see the ones that have a path as files. */
final class Workbench {

    private static final String ARROW = "\\s+=>\\s+";

    private final PromptEngine engine = PromptEngine.builder().build();
    private final MemoryFiles files;

    Workbench(List<Example> examples) {
        Map<String, String> texts = new HashMap<>();
        for (Example example : examples) {
            if (example.is("prompt")
                    && example.info().size() == 2
                    && isPath(example.info().get(1))) {
                texts.put(example.info().get(1), example.text());
            }
        }
        files = new MemoryFiles(texts);
    }

    private static boolean isPath(String word) {
        return word.contains("/") || word.contains(".");
    }

    private record Result(CheckedPrompt prompt, List<Diagnostic> findings) {
        String shown() {
            return DiagnosticRenderer.plain().render(findings);
        }
    }

    private Result check(String text, boolean lints) {
        Parsed parsed = PromptParser.parse(new Source("example.prompt", text));
        Checked checked = Checker.check(parsed, files, new CheckOptions(lints));
        return new Result(checked.prompt(), checked.findings());
    }

    private CheckedPrompt clean(String text, boolean lints) {
        Result result = check(text, lints);
        assertThat(result.shown()).isEmpty();
        return result.prompt();
    }

    void isClean(Example example) throws InterruptedException {
        CheckedPrompt prompt = clean(example.text(), true);
        assertThat(prompt != null)
                .as("it is a prompt exactly when it says so")
                .isEqualTo(example.text().lines().anyMatch(line -> line.startsWith("prompt ")));
        if (prompt != null) {
            CannedTests.pass(engine.check(new Source("example.prompt", example.text()), files));
        }
    }

    void isRefused(Example example) {
        Result result = check(example.text(), true);
        assertThat(example.info()).as("a refused example names its code").hasSize(3);
        assertThat(result.findings()).as(result.shown()).isNotEmpty();
        assertThat(result.findings().get(0).code().name())
                .as(result.shown())
                .isEqualTo(example.info().get(2));
    }

    void renders(Example example, Example inputs, Example expected) {
        Json messages = messages(clean(example.text(), true), (Json.Obj) json(inputs.text()));
        if (expected.is("json")) {
            assertThat(messages).isEqualTo(json(expected.text()));
        } else {
            assertThat(lastContent(messages)).isEqualTo(expected.content());
        }
    }

    private static String lastContent(Json messages) {
        List<Json> all = ((Json.Arr) messages).items();
        Json content = ((Json.Obj) all.get(all.size() - 1)).get("content");
        return ((Json.Str) content).value();
    }

    private static Json messages(CheckedPrompt prompt, Json.Obj inputs) {
        Binding binding = new Binder(prompt, Limits.DEFAULT).bind(Given.all(inputs.members()));
        assertThat(DiagnosticRenderer.plain().render(binding.findings())).isEmpty();
        Rendered rendered = new Renderer(prompt, Limits.DEFAULT).render(binding.bound(), Overrides.NONE);
        assertThat(DiagnosticRenderer.plain().render(rendered.findings())).isEmpty();
        return Json.array(
                rendered.request().messages().stream().map(ChatMessage::toJson).toList());
    }

    /** Each line {@code expression => value}, the other lines being declarations that they use. */
    void evaluates(Example example) {
        String declarations = declarations(example);
        for (String[] line : claims(example)) {
            String text = declarations + "\nuser \"{{ (" + line[0] + ") | json }}\"\n";
            Json messages = messages(clean(text, false), Json.Obj.EMPTY);
            assertThat(json(lastContent(messages))).as(line[0]).isEqualTo(json(line[1]));
        }
    }

    /** Each line {@code type => schema}. */
    void hasSchemas(Example example) {
        String declarations = declarations(example);
        for (String[] line : claims(example)) {
            String text = declarations + "\nuser \"Hello\"\n\noutput json(plain) " + line[0] + "\n";
            Type type = clean(text, false).output().type();
            assertThat(Schemas.full(type).schema()).as(line[0]).isEqualTo(json(line[1]));
        }
    }

    private static String declarations(Example example) {
        StringBuilder text = new StringBuilder("prompt example\n\n");
        example.text()
                .lines()
                .filter(line -> !line.matches(".*" + ARROW + ".*"))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static List<String[]> claims(Example example) {
        List<String[]> claims = example.text()
                .lines()
                .filter(line -> line.matches(".*" + ARROW + ".*"))
                .map(line -> line.split(ARROW, 2))
                .toList();
        assertThat(claims).isNotEmpty();
        return claims;
    }

    private static Json json(String text) {
        JsonReading reading = JsonText.parse(new Source("value", text));
        assertThat(reading).as(text).isInstanceOf(JsonReading.Parsed.class);
        return ((JsonReading.Parsed) reading).document().value();
    }
}
