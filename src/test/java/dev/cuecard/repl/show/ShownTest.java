package dev.cuecard.repl.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.Result;
import dev.cuecard.data.Json;
import dev.cuecard.repl.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a session says, as text. */
class ShownTest {

    private static Result read(String reply) {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            return engine.load("hello", "prompt hello\nmodel \"sim\"\nuser \"Hi\"\noutput text\n")
                    .read(reply, Map.of());
        }
    }

    @Test
    void aValueStandsWithItsType() {
        Said.Value number = new Said.Value("integer", Json.of(3));
        assertThat(Shown.of(number, false)).isEqualTo(new Shown("3\n", ": integer\n"));
        assertThat(Shown.onTerminal(number, false)).isEqualTo("3 : integer\n");
        Said.Value list = new Said.Value("string[]", Json.array(List.of(Json.of("a"))));
        assertThat(Shown.onTerminal(list, false)).isEqualTo("[\n  \"a\"\n]\n: string[]\n");
    }

    @Test
    void aTextIsTellableFromANumber() {
        assertThat(Shown.of(new Said.Value("string", Json.of("3")), false).out())
                .isEqualTo("\"3\"\n");
    }

    @Test
    void noControlCharacterOfAReplyReachesTheTerminal() {
        String evil = "a\u001b[2Jb\u0007c\u009bd\u202e\ne\tf\u007f";
        assertThat(Shown.of(new Said.RunEnded(read(evil)), false).out())
                .isEqualTo("a\\u001b[2Jb\\u0007c\\u009bd\\u202e\ne\tf\\u007f\n");
        assertThat(Shown.of(new Said.Value(null, Json.of(evil)), false).out()).matches("[\\x20-\\x7e\n]*");
        assertThat(Shown.of(new Said.Notice(evil), false).err()).matches("[\\x20-\\x7e\n\t]*");
    }

    @Test
    void coloursAreAddedAndNothingElse() {
        Said.PromptText text = new Said.PromptText("var x: string\nuser \"{{ x }}\"");
        assertThat(Shown.of(text, true).out()).contains("\u001b[");
        assertThat(Shown.of(text, true).out().replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(Shown.of(text, false).out());
        assertThat(Shown.of(text, false).out()).doesNotContain("\u001b");
    }

    @Test
    void aRunEndsWithOneQuietLine() {
        Shown shown = Shown.of(new Said.RunEnded(read("Hello")), false);
        assertThat(shown.out()).isEqualTo("Hello\n");
        assertThat(shown.err()).isEmpty();
    }
}
