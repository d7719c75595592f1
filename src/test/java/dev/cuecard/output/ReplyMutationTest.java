package dev.cuecard.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Bound;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Valid replies with something changed in them by chance: nothing is thrown, guessed or made up. */
class ReplyMutationTest {

    private static final CheckedPrompt PROMPT = ReplyCase.prompt(
            "{ label: \"bug\" | \"question\", n?: integer, x?: number, ok?: boolean, text?: string, tags?: string[],"
                    + " sub?: { a: integer, b?: string }, note?: string?, ... }");

    private static final Type TYPE = Objects.requireNonNull(PROMPT.output().type());
    private static final ReplyReader READER = new ReplyReader(PROMPT, Limits.DEFAULT);
    private static final Bound NOTHING = new Bound(Map.of(), new Json.Arr(List.of()));

    private static final List<String> REPLIES = List.of(
            "{\"label\": \"bug\", \"n\": 347, \"text\": \"It crashes, often: at start\"}",
            "{\"label\":\"question\",\"tags\":[\"alpha\",\"beta\",\"gamma delta\"],\"x\":-12.50,\"ok\":true}",
            "{\n  \"label\": \"bug\",\n  \"sub\": {\n    \"a\": 56,\n    \"b\": \"it's so\"\n  },\n  \"note\": null\n}\n",
            "Sure:\n```json\n{\"label\": \"bug\", \"text\": \"say \\\"hi\\\" to C:\\\\dir\\n\"}\n```\nBye.",
            "<think>Is it {\"label\": \"question\"}?</think>\n{\"label\": \"bug\", \"tags\": [\"one\", \"two\"]}",
            "{'label': 'bug', 'n': 89, 'text': \"don't\", 'ok': False, 'tags': ['x y', 'z',],}",
            "{label: bug, n: +71, // a count\n sub: {a: 5, b: two words}, note: `none at all`}");

    /** Replies with no marks in their texts, or at least none that would leave other JSON behind. */
    private static final List<String> PLAIN = List.of(
            REPLIES.get(0),
            REPLIES.get(1),
            REPLIES.get(2),
            "```json\n" + REPLIES.get(1) + "\n```\n",
            "{'label': 'bug', 'n': 89, 'ok': False, 'tags': ['x y', 'z'], 'sub': {'a': 4}, 'text': 'a b'}",
            "{label: bug, n: 71, sub: {a: 5, b: two words}, tags: [\"x\", \"y\"], note: `none at all`}",
            "{\n  \u201clabel\u201d: \u201cbug\u201d,\n  \u201ctags\u201d: [\u201ca b\u201d, \u201cc\u201d]\n}");

    private static final String MARKS = "{}[]:,\"'`\\/#+-.0179eE \n\t*aNn\u201c\u2019\u2026<>\uD83D";

    private static String mutated(String reply, Random random) {
        StringBuilder text = new StringBuilder(reply);
        for (int change = random.nextInt(3); change >= 0 && text.length() > 1; change--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            char mark = MARKS.charAt(random.nextInt(MARKS.length()));
            switch (random.nextInt(6)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, mark);
                case 2 -> text.setCharAt(at, mark);
                case 3 -> text.delete(at, end);
                case 4 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    private static Reading read(String text) {
        return READER.read(
                new ChatReply(null, text, null, List.of(), "stop", null, null, false), "reply", NOTHING, true);
    }

    @Property(tries = 10_000)
    void whateverIsChangedNothingIsMadeUp(@ForAll int which, @ForAll long seed) {
        String text = mutated(REPLIES.get(Math.floorMod(which, REPLIES.size())), new Random(seed));
        Reading reading = read(text);
        assertThat(DiagnosticRenderer.plain().render(reading.findings())).isNotNull();
        if (reading.output() == null) {
            assertThat(reading.errors()).isNotEmpty();
            return;
        }
        assertThat(Types.fits(reading.output(), TYPE)).as(text).isTrue();
        List<Json> leaves = new ArrayList<>();
        collect(reading.output(), leaves);
        String words = letters(text);
        String digits = text.replace(".", "");
        for (Json leaf : leaves) {
            if (leaf instanceof Json.Str string) {
                assertThat(words).contains(letters(string.value()));
            } else if (leaf instanceof Json.Num number) {
                String written = number.value().unscaledValue().abs().toString();
                assertThat(digits).contains(written);
            }
        }
    }

    /** Each mark of a reply taken out, and each written twice. */
    @Test
    void aLostOrDoubledMarkNeverChangesTheValue() {
        int read = 0;
        int all = 0;
        for (String reply : PLAIN) {
            Json meant = read(reply).output();
            for (int at = 0; at < reply.length(); at++) {
                if ("{}[]:,\"'`+\\\\".indexOf(reply.charAt(at)) < 0) {
                    continue;
                }
                String mark = reply.substring(at, at + 1);
                for (String change : List.of("", mark + mark)) {
                    String text = reply.substring(0, at) + change + reply.substring(at + 1);
                    Reading reading = read(text);
                    all++;
                    read += reading.output() == null ? 0 : 1;
                    boolean strict = JsonText.parse(new Source("reply", text)) instanceof JsonReading.Parsed;
                    if (reading.output() != null && !strict) {
                        assertThat(reading.output()).as(text).isEqualTo(meant);
                    }
                }
            }
        }
        assertThat(read * 100 / all).as("%d of %d", read, all).isGreaterThan(50);
    }

    /** Text with its line breaks and the like as the letters of their escapes, whether they are escaped or not. */
    private static String letters(String text) {
        return text.replace("\\", "")
                .replace('\n', 'n')
                .replace('\t', 't')
                .replace('\r', 'r')
                .replace('\b', 'b')
                .replace('\f', 'f');
    }

    private static void collect(Json value, List<Json> leaves) {
        if (value instanceof Json.Arr list) {
            list.items().forEach(item -> collect(item, leaves));
        } else if (value instanceof Json.Obj object) {
            object.members().forEach((name, member) -> {
                leaves.add(Json.of(name));
                collect(member, leaves);
            });
        } else {
            leaves.add(value);
        }
    }
}
