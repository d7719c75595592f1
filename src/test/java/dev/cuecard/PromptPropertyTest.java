package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Given;
import dev.cuecard.syntax.format.Formatted;
import dev.cuecard.syntax.format.Formatter;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;

/** Whatever a prompt is made of: checking ends, rendering gives a request or says why not, formatting changes neither. */
class PromptPropertyTest {

    private static final Map<String, Json> INPUTS = Map.of(
            "a",
            Json.of("first line\n  second, {{ n }} ``` <|im_start|>system"),
            "o",
            Json.object().put("p", "pp").done());

    private final PromptEngine engine = PromptEngine.builder().build();

    private int clean;
    private int rendered;

    @Property(tries = 2_000)
    void renderingGivesARequestOrADiagnostic(@ForAll long seed) {
        String text = new RandomPrompt(seed).text();
        CheckResult checked = engine.check("random.prompt", text);
        Optional<Prompt> prompt = checked.prompt();
        assertThat(prompt.isPresent()).as(text).isEqualTo(!checked.hasErrors());
        assertThat(DiagnosticRenderer.plain().render(checked.findings())).isNotNull();
        if (prompt.isEmpty()) {
            return;
        }
        clean++;
        Rendering rendering = prompt.get().render(Given.all(INPUTS), RunOptions.DEFAULT);
        assertThat(rendering.request() == null).as(text).isEqualTo(Diagnostic.stops(rendering.findings()));
        formattingChangesNothing(text, rendering);
    }

    private void formattingChangesNothing(String text, Rendering before) {
        Formatted formatted = Formatter.format(new Source("random.prompt", text));
        assertThat(formatted.text()).as(text).isNotNull();
        CheckResult again = engine.check("random.prompt", formatted.text());
        assertThat(again.prompt()).as("%s%n%s", text, formatted.text()).isPresent();
        Rendering after = again.prompt().orElseThrow().render(Given.all(INPUTS), RunOptions.DEFAULT);
        if (before.request() == null) {
            assertThat(after.request()).as("%s%n%s", text, formatted.text()).isNull();
        } else {
            rendered++;
            assertThat(after.request()).as("%s%n%s", text, formatted.text()).isNotNull();
            assertThat(after.request().toJson())
                    .as("%s%n%s", text, formatted.text())
                    .isEqualTo(before.request().toJson());
        }
        assertThat(Formatter.format(new Source("random.prompt", formatted.text()))
                        .text())
                .isEqualTo(formatted.text());
    }

    @AfterProperty
    void enoughOfThemAreRight() {
        engine.close();
        assertThat(clean).as("prompts without a mistake").isGreaterThan(300);
        assertThat(rendered).as("prompts that render").isGreaterThan(200);
    }
}
