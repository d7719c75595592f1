package dev.cuecard.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.PromptException;
import dev.cuecard.RunOptions;
import dev.cuecard.TypedPrompt;
import dev.cuecard.TypedResult;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outputs as Java types, compared when they are bound. */
class TypedPromptTest {

    private final PromptEngine engine = PromptEngine.builder().build();

    @AfterEach
    void close() {
        engine.close();
    }

    record Review(Label label, double confidence, List<String> reasons, Optional<String> quote) {}

    enum Label {
        POSITIVE,
        NEGATIVE,
        NEUTRAL
    }

    private Prompt prompt(String... lines) {
        String head = "prompt p\nmodel \"sim\"\nuser \"Reply with JSON.\"\n";
        return engine.load("p.prompt", head + String.join("\n", lines) + "\n");
    }

    private static List<Code> codes(Runnable binding) {
        try {
            binding.run();
            return List.of();
        } catch (PromptException e) {
            return e.findings().stream().map(Diagnostic::code).toList();
        }
    }

    @Test
    void theGallerysReviewIsARecord() throws InterruptedException {
        Prompt prompt = engine.load(Path.of("prompts/sentiment.prompt"));
        TypedPrompt<Map<String, ?>, Review> typed = prompt.bind(Review.class);
        Map<String, String> inputs = Map.of("review", "Best!");
        Review read = typed.read("{\"label\": \"neutral\", \"confidence\": 0.4, \"reasons\": [\"short\"]}", inputs)
                .value();
        assertThat(read).isEqualTo(new Review(Label.NEUTRAL, 0.4, List.of("short"), Optional.empty()));
        TypedResult<Review> simulated = typed.run(inputs, RunOptions.DEFAULT.withModel("sim"));
        assertThat(simulated.value().confidence()).isBetween(0.0, 1.0);
        assertThat(simulated.result().isSimulated()).isTrue();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Everything(
            String text,
            int small,
            long large,
            BigInteger huge,
            BigDecimal exact,
            boolean truth,
            LocalDate day,
            OffsetTime time,
            OffsetDateTime instant,
            URI address,
            UUID id,
            @Spelled("content-type") String type,
            int maxItems,
            Map<String, Integer> counts,
            Set<String> tags,
            int[] numbers,
            Object anything,
            Json json,
            @Nullable String nothing,
            OptionalInt maybe,
            List<Optional<Double>> gaps) {}

    @Test
    void everyTypeHasItsClasses() {
        Prompt prompt = prompt(
                "output json {",
                "  text: string, small: integer(0..9), large: integer, huge: integer, exact: number, truth: boolean",
                "  day: date, time: time, instant: datetime, address: uri, id: uuid, \"content-type\": string",
                "  max_items: integer, counts: map<integer>, tags: string[], numbers: integer[], anything: any, json: any",
                "  nothing: string?, maybe?: integer, gaps: (number?)[]",
                "}");
        Everything all = prompt.bind(Everything.class).read("""
                        {"text": "t", "small": 3, "large": 5000000000, "huge": 123456789012345678901234567890,
                         "exact": 0.1000000000000000000000001, "truth": true, "day": "2026-11-24",
                         "time": "10:00:00Z", "instant": "2026-11-24t10:00:00+01:00", "address": "https://a.b/c",
                         "id": "123e4567-e89b-12d3-a456-426614174000", "content-type": "x", "max_items": 7,
                         "counts": {"a": 1}, "tags": ["b", "a"], "numbers": [1, 2], "anything": {"a": [1, null]},
                         "json": [true], "nothing": null, "gaps": [1.5, null]}
                        """, Map.of()).value();
        assertThat(all.large()).isEqualTo(5_000_000_000L);
        assertThat(all.huge()).isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(all.exact()).isEqualTo(new BigDecimal("0.1000000000000000000000001"));
        assertThat(all.day()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(all.instant()).isEqualTo(OffsetDateTime.parse("2026-11-24T10:00:00+01:00"));
        assertThat(all.type()).isEqualTo("x");
        assertThat(all.maxItems()).isEqualTo(7);
        assertThat(all.counts()).containsExactly(Map.entry("a", 1));
        assertThat(all.tags()).containsExactly("b", "a");
        assertThat(all.numbers()).containsExactly(1, 2);
        assertThat(all.anything()).hasToString("{a=[1, null]}");
        assertThat(all.json()).isEqualTo(Json.array(List.of(Json.of(true))));
        assertThat(all.nothing()).isNull();
        assertThat(all.maybe()).isEmpty();
        assertThat(all.gaps()).containsExactly(Optional.of(1.5), Optional.empty());
    }

    sealed interface Request permits Refund, Question, Other {}

    record Refund(String order, BigDecimal amount) implements Request {}

    @Spelled("ask")
    record Question(String about) implements Request {}

    record Other(String kind) implements Request {}

    private static final String[] UNION = {
        "type Refund { kind: \"refund\", order: string, amount: number(0..) }",
        "type Q { kind: \"ask\", about: string }",
        "output json Refund | Q | { kind: \"other\" }"
    };

    @Test
    void aUnionIsASealedInterface() {
        TypedPrompt<Map<String, ?>, Request> typed = prompt(UNION).bind(Request.class);
        assertThat(typed.read("{\"value\": {\"kind\": \"refund\", \"order\": \"A1\", \"amount\": 2.50}}", Map.of())
                        .value())
                .isEqualTo(new Refund("A1", new BigDecimal("2.50")));
        assertThat(typed.read("{\"value\": {\"kind\": \"ask\", \"about\": \"x\"}}", Map.of())
                        .value())
                .isEqualTo(new Question("x"));
        assertThat(typed.read("{\"value\": {\"kind\": \"other\"}}", Map.of()).value())
                .isEqualTo(new Other("other"));
    }

    record Tree(String name, List<Tree> children) {}

    record Page<T>(List<T> items, T first) {}

    @Test
    void recursiveAndGenericTypes() {
        Prompt tree = prompt("type Tree { name: string, children: Tree[] }", "output json Tree");
        assertThat(tree.bind(Tree.class)
                        .read("{\"name\": \"a\", \"children\": [{\"name\": \"b\", \"children\": []}]}", Map.of())
                        .value())
                .isEqualTo(new Tree("a", List.of(new Tree("b", List.of()))));
        Prompt page = prompt("output json { items: integer[], first: integer }");
        assertThat(page.bind(new TypeRef<Page<Integer>>() {})
                        .read("{\"items\": [1], \"first\": 1}", Map.of())
                        .value())
                .isEqualTo(new Page<>(List.of(1), 1));
        Prompt list = prompt("output json string[]");
        assertThat(list.bind(new TypeRef<List<String>>() {})
                        .read("{\"value\": [\"a\"]}", Map.of())
                        .value())
                .containsExactly("a");
    }

    @Test
    void aTextIsAString() {
        assertThat(engine.load("p.prompt", "prompt p\nuser \"hi\"\n")
                        .bind(String.class)
                        .read("Hello.", Map.of())
                        .value())
                .isEqualTo("Hello.");
        assertThat(engine.load("p.prompt", "prompt p\nuser \"hi\"\noutput text integer\n")
                        .bind(int.class)
                        .read("42", Map.of())
                        .value())
                .isEqualTo(42);
    }

    record Count(int count) {}

    record Positive(int count) {
        Positive {
            if (count <= 0) {
                throw new IllegalArgumentException("not positive: " + count);
            }
        }
    }

    @Test
    void whatGoesBeyondAnIntIsToldWhenTheRangeSaysSoElseByTheReply() {
        assertThat(codes(() ->
                        prompt("output json { count: integer(0..3000000000) }").bind(Count.class)))
                .containsExactly(Code.P791);
        TypedResult<Count> result =
                prompt("output json { count: integer }").bind(Count.class).read("{\"count\": 3000000000}", Map.of());
        assertThat(result.isValid()).isFalse();
        assertThat(result.result().isValid()).isTrue();
        assertThatThrownBy(result::value)
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("`Count.count` of type `int` cannot hold the value at `/count`")
                .hasMessageContaining("the value: `3000000000`");
    }

    @Test
    void whatARecordRefusesIsToldAsItSaysIt() {
        TypedResult<Positive> result =
                prompt("output json { count: integer }").bind(Positive.class).read("{\"count\": 0}", Map.of());
        assertThatThrownBy(result::value).hasMessageContaining("`Positive` refuses it: `not positive: 0`");
    }

    record TooMuch(String label, int extra) {}

    @Test
    void allDifferencesAreToldAtOnceWithBothPlaces() {
        assertThatThrownBy(() -> prompt("output json {", "  label: \"a\" | \"b\"", "  quote?: string", "}")
                        .bind(TooMuch.class))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("P792")
                .hasMessageContaining("`TooMuch.extra` has no counterpart in the prompt")
                .hasMessageContaining("P793")
                .hasMessageContaining("p.prompt:6:3");
    }

    @Ignores("quote")
    record Brief(String label) {}

    @Test
    void aFieldIsLeftOutOnlyOnPurpose() {
        Prompt prompt = prompt("output json { label: string, quote?: string }");
        assertThat(prompt.bind(Brief.class)
                        .read("{\"label\": \"a\", \"quote\": \"b\"}", Map.of())
                        .value())
                .isEqualTo(new Brief("a"));
    }

    record Question2(String question, int limit, List<Turn2> pairs, Optional<Tone> tone) {}

    record Turn2(String said) {}

    enum Tone {
        @Spelled("very polite")
        POLITE,
        BLUNT
    }

    @Test
    void inputsAreARecord() {
        Prompt prompt = engine.load("p.prompt", """
                prompt p
                var question: untrusted string
                var limit: integer(1..9) = 3
                var pairs: { said: string }[]
                var tone?: "very polite" | "blunt"
                user \"""
                  {{ question | fence }} {{ limit }} {{ pairs }} {{ tone ?? "no" }}
                  \"""
                """);
        TypedPrompt<Question2, String> typed = prompt.bind(Question2.class, String.class);
        String request = typed.render(new Question2("q", 2, List.of(new Turn2("x")), Optional.of(Tone.POLITE)))
                .toString();
        assertThat(request).contains("2 [{").contains("very polite");
        assertThat(codes(() -> prompt.bind(Count.class, String.class)))
                .containsExactlyInAnyOrder(Code.P792, Code.P793, Code.P793);
    }

    @Test
    void javaValuesAreInputs() {
        Prompt prompt = engine.load(
                "p.prompt", "prompt p\nvar at: datetime\nvar x: any = null\nuser \"{{ at }} {{ x | json }}\"\n");
        OffsetDateTime at = OffsetDateTime.parse("2026-11-24T10:00:00Z");
        assertThat(prompt.render(Map.of("at", at, "x", new int[][] {{1}, {2}}))
                        .request()
                        .messages()
                        .get(0)
                        .content())
                .isEqualTo(Json.of("2026-11-24T10:00:00Z [[1],[2]]"));
        assertThat(prompt.render(Map.of("at", at, "x", Thread.currentThread())).findings())
                .extracting(Diagnostic::code)
                .containsExactly(Code.P799);
        assertThat(prompt.render(Map.of("at", at, "x", Double.NaN)).findings())
                .extracting(Diagnostic::code)
                .containsExactly(Code.P799);
    }
}
