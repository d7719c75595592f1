package dev.cuecard.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.NoOutputException;
import dev.cuecard.PromptEngine;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;

/** Prompts by way of javax.script. */
class PromptScriptEngineTest {

    private static final String SCRIPT = """
            prompt shout
            model "sim"
            var word: string
            user "Reply with JSON: {{ word }}"
            output json { shouted: "YES" | "NO", word: string(1..9) }
            """;

    private final ScriptEngineManager manager = new ScriptEngineManager();

    @Test
    void itIsFoundByNameExtensionAndTypeOfItsText() {
        assertThat(List.of(
                        manager.getEngineByName("cuecard"),
                        manager.getEngineByExtension("prompt"),
                        manager.getEngineByMimeType("text/x-cuecard")))
                .allSatisfy(engine ->
                        assertThat(engine.getFactory().getLanguageName()).isEqualTo("Cuecard"));
        assertThat(manager.getEngineByName("prompt").getFactory().getParameter(ScriptEngine.LANGUAGE_VERSION))
                .isEqualTo("1");
    }

    @Test
    void theBindingsAreTheInputsAndTheValueIsTheOutput() throws Exception {
        ScriptEngine engine = manager.getEngineByName("cuecard");
        engine.put("word", "hush");
        assertThat(engine.eval(SCRIPT))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("shouted", "word");
        assertThat(engine.get("cuecard.result"))
                .isInstanceOfSatisfying(
                        Result.class, result -> assertThat(result.isSimulated()).isTrue());
        assertThat(engine.eval(new StringReader(SCRIPT))).isInstanceOf(Map.class);
    }

    @Test
    void aCompiledScriptRunsWithAnyBindingsAndGlobalsCount() throws Exception {
        manager.put("word", "global");
        manager.put("unrelated", new Object());
        ScriptEngine engine = manager.getEngineByName("cuecard");
        CompiledScript script = ((Compilable) engine).compile(SCRIPT);
        assertThat(script.eval()).isInstanceOf(Map.class);
        Bindings own = engine.createBindings();
        own.put("word", "own");
        assertThat(script.eval(own)).isInstanceOf(Map.class);
        assertThat(script.getEngine()).isSameAs(engine);
    }

    @Test
    void aMistakeHasItsPlace() {
        ScriptEngine engine = manager.getEngineByName("cuecard");
        engine.put(ScriptEngine.FILENAME, "shout.prompt");
        assertThatThrownBy(() -> engine.eval(SCRIPT.replace("{{ word }}", "{{ wrod }}")))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.getFileName()).isEqualTo("shout.prompt");
                    assertThat(e.getLineNumber()).isEqualTo(4);
                    assertThat(e.getMessage()).contains("P201").contains("did you mean `word`?");
                });
        assertThatThrownBy(() -> engine.eval(SCRIPT)).hasMessageContaining("P401");
        engine.put("word", "x");
        engine.put("wrod", "x");
        assertThatThrownBy(() -> engine.eval(SCRIPT)).hasMessageContaining("P402");
    }

    @Test
    void theHostsEngineAndOptionsAreUsed() throws Exception {
        try (PromptEngine answering = PromptEngine.builder()
                .client(request -> new ChatOutcome.Answered(
                        new ChatReply("m", "no JSON", null, List.of(), "stop", null, null, false), Duration.ZERO, 0))
                .build()) {
            ScriptEngine engine = manager.getEngineByName("cuecard");
            engine.put("word", "x");
            engine.put("cuecard.engine", answering);
            engine.put("cuecard.options", RunOptions.DEFAULT.withModel("m").withReask(0));
            assertThatThrownBy(() -> engine.eval(SCRIPT))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("P502")
                    .hasCauseInstanceOf(NoOutputException.class);
        }
    }
}
