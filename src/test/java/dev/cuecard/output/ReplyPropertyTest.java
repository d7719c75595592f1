package dev.cuecard.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.check.CheckedOutput.Mode;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.render.Bound;
import dev.cuecard.render.Prompts;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a model writes, there is a verdict, and nothing is in the output that is not in the reply. */
class ReplyPropertyTest {

    private static final Type.Obj TYPE = new Type.Obj(
            List.of(
                    new Type.Obj.Field("a", Types.STRING, false, null, null),
                    new Type.Obj.Field("n", Types.NUMBER, true, null, null)),
            false,
            null);

    private static final CheckedPrompt OBJECT =
            Prompts.of("user output json\n").user("x").output(Mode.JSON, TYPE).done();

    private static final CheckedPrompt WRAPPED = Prompts.of("user output json\n")
            .user("x")
            .wrapped(Mode.JSON, Types.listOf(TYPE))
            .done();

    private static final Bound NOTHING = new Bound(Map.of(), new Json.Arr(List.of()));

    /** Texts of pieces that JSON, fences and prose are made of, whole objects among them. */
    @Provide
    Arbitrary<String> replies() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        ":",
                        ",",
                        "\\",
                        "```",
                        "```json\n",
                        "\n",
                        " ",
                        "a",
                        "\"a\":",
                        "\"n\":",
                        "1",
                        "-",
                        "1e400",
                        "1e99999",
                        "null",
                        "true",
                        "NaN",
                        "'",
                        "é",
                        "\uD83D\uDE00",
                        "\uD83D",
                        "\0",
                        "{\"a\":\"x\"}",
                        "{\"a\": \"y\", \"n\": 2}",
                        "{\"a\":\"x\",\"n\":null}",
                        "{\"a\":\"x\",\"a\":\"y\"}",
                        "{\"a\":",
                        "\"{\\\"a\\\":\\\"x\\\"}\"",
                        "[{\"a\":\"x\"}]",
                        "{\"value\":[{\"a\":\"x\"}]}",
                        "Here: ",
                        "{x}",
                        "[1]",
                        "\uFEFF",
                        "<|im_end|>",
                        "\u001b[31m")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3_000)
    void thereIsAVerdict(@ForAll("replies") String text, @ForAll boolean recover, @ForAll boolean wrapped) {
        ReplyReader reader = new ReplyReader(wrapped ? WRAPPED : OBJECT, Limits.DEFAULT);
        ChatReply reply = new ChatReply(null, text, null, List.of(), "stop", null, null, false);
        Reading reading = reader.read(reply, "reply", NOTHING, recover);
        assertThat(reading.isValid()).isEqualTo(reading.errors().isEmpty());
        assertThat(reading.isValid()).isEqualTo(reading.output() != null);
        assertThat(reading.findings().isEmpty()).isEqualTo(reading.errors().isEmpty());
        assertThat(DiagnosticRenderer.plain().render(reading.findings())).doesNotContain("\u001b", "\0");
        if (reading.output() != null) {
            Type type = wrapped ? Types.listOf(TYPE) : TYPE;
            assertThat(Types.fits(reading.output(), type)).isTrue();
            String plain = text + text.replace("\\\"", "\"");
            strings(reading.output()).forEach(leaf -> assertThat(plain).contains(leaf));
        }
        if (!recover) {
            assertThat(reading.recoveries()).isEmpty();
        }
        reading.recoveries().forEach(one -> assertThat(one.at().source().text()).isEqualTo(text));
        if (reading.outcome().isAskedAgain()) {
            assertThat(Reask.messages(reading, Mode.JSON)).isNotEmpty();
        }
    }

    private static List<String> strings(Json value) {
        if (value instanceof Json.Str text) {
            return List.of(text.value());
        } else if (value instanceof Json.Arr list) {
            return list.items().stream().flatMap(item -> strings(item).stream()).toList();
        } else if (value instanceof Json.Obj object) {
            return object.members().values().stream()
                    .flatMap(item -> strings(item).stream())
                    .toList();
        }
        return List.of();
    }
}
