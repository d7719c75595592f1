package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.host.HostArguments;
import dev.cuecard.host.HostFunction;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions and filters of the host. */
class HostFunctionsTest {

    private static final HostFunction SLUG = HostFunction.of(
            "slug(text: string, separator?: string): string",
            args -> args.text("text")
                    .toLowerCase(Locale.ROOT)
                    .replace(" ", args.has("separator") ? args.text("separator") : "-"));

    private static String render(PromptEngineBuilder builder, String text, Map<String, ?> inputs) {
        try (PromptEngine engine = builder.build()) {
            Rendering rendering =
                    engine.load("host.prompt", "prompt host\n" + text).render(inputs);
            assertThat(rendering.findings()).isEmpty();
            List<ChatMessage> messages =
                    Objects.requireNonNull(rendering.request()).messages();
            return ((Json.Str) Objects.requireNonNull(
                            messages.get(messages.size() - 1).content()))
                    .value();
        }
    }

    private static List<Diagnostic> findings(PromptEngineBuilder builder, String text) {
        try (PromptEngine engine = builder.build()) {
            return engine.check("host.prompt", "prompt host\n" + text).findings();
        }
    }

    private static PromptEngineBuilder engine() {
        return PromptEngine.builder();
    }

    @Test
    void functionsAndFiltersAreCalledLikeThoseOfTheLanguage() {
        PromptEngineBuilder engine = engine().function(SLUG)
                .filter(SLUG)
                .function(HostFunction.of("day(): date", args -> LocalDate.of(2026, 11, 24)))
                .function(HostFunction.of(
                        "sum(xs: number[]): number",
                        args -> args.list("xs").stream()
                                .mapToInt(x -> ((Json.Num) x).value().intValue())
                                .sum()));
        assertThat(render(engine, """
                        var title = "Hello You There"
                        user "{{ slug(title) }} {{ title | slug("_") }} {{ slug(separator = ".", text = "A B") }} {{ day() }} {{ sum([1, 2]) + 1 }}"
                        """, Map.of())).isEqualTo("hello-you-there hello_you_there a.b 2026-11-24 4");
        assertThat(render(engine, "user \"{{ [\"A B\", \"C\"] | map(slug) | join(\" \") }}\"", Map.of()))
                .isEqualTo("a-b c");
    }

    @Test
    void whatOneGivesHasItsDeclaredType() {
        PromptEngineBuilder engine = engine().function(HostFunction.of(
                "find(id: integer): { name: string, tags: string[], note?: string }?",
                args -> args.integer("id") == 0
                        ? null
                        : Map.of("name", "Ada", "tags", List.of("a", "b"), "note", Optional.of("n"))));
        String text = """
                var id = 1
                let found = find(id)
                user "{{ if found }}{{ found.name }}: {{ found.tags | join("+") }}, {{ found.note ?? "none" }}{{ else }}nobody{{ end }}"
                """;
        assertThat(render(engine, text, Map.of())).isEqualTo("Ada: a+b, n");
        assertThat(render(engine, text, Map.of("id", 0))).isEqualTo("nobody");
        assertThat(findings(engine, "user \"{{ find(1).name }}\""))
                .extracting(Diagnostic::code)
                .containsExactly(Code.P221);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            {{ slg("a") }}           # P206 # did you mean `slug`?
            {{ slug(1) }}            # P222 #
            {{ slug() }}             # P225 #
            {{ slug("a", "b", "c") }}# P225 #
            {{ slug(txt = "a") }}    # P225 #
            {{ "a" | slg }}          # P205 # did you mean `slug`?
            {{ 1 | slug }}           # P222 #
            {{ "a" | slug(1) }}      # P222 #
            {{ [1] | map(slug) }}    # P222 #
            """)
    void callsAreCheckedLikeThoseOfTheLanguage(String tag, Code code, String help) {
        assertThat(findings(engine().function(SLUG).filter(SLUG), "user \"\"\"\n  " + tag + "\n  \"\"\""))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(help == null || help.equals(finding.help())).isTrue();
                });
    }

    @Test
    void aTemplateOfThePromptHidesAFunctionOfTheHost() {
        assertThat(render(
                        engine().function(SLUG),
                        "template slug(text: string) \"own {{ text }}\"\nuser \"{{ slug(\"A\") }}\"",
                        Map.of()))
                .isEqualTo("own A");
    }

    @Test
    void textFromOutsideIsFollowedThroughTheHost() {
        HostFunction shout = HostFunction.of("shout(text: string): string", args -> args.text("text") + "!");
        HostFunction quote = HostFunction.of("quote(text: string): string", args -> "<<" + args.text("text") + ">>");
        HostFunction page =
                HostFunction.of("page(id: integer): string", args -> "page").givingUntrusted();
        PromptEngineBuilder engine =
                engine().function(shout).filter(shout).safeFilter(quote).function(page);
        String before = "var review: untrusted string\n";
        assertThat(findings(engine, before + "user review | shout")).isEmpty();
        assertThat(findings(engine, before + "user \"Say: {{ review | shout }}\""))
                .extracting(Diagnostic::code)
                .containsExactly(Code.P242);
        assertThat(findings(engine, before + "user \"Say: {{ shout(review) }}\""))
                .extracting(Diagnostic::code)
                .containsExactly(Code.P242);
        assertThat(findings(engine, before + "user \"Say: {{ review | fence | shout }}\""))
                .as("a fence may be lost in the host's code")
                .extracting(Diagnostic::code)
                .containsExactly(Code.P242);
        assertThat(findings(engine, before + "user \"Say: {{ review | quote }}\""))
                .isEmpty();
        assertThat(findings(engine, before + "system \"Say: {{ review | quote | trusted(\"mine\") }}\"\nuser \"Go.\""))
                .isEmpty();
        assertThat(findings(engine, "user \"Say: {{ page(1) }}\""))
                .extracting(Diagnostic::code)
                .containsExactly(Code.P242);
        assertThat(findings(engine, "user \"Say: {{ shout(\"a\") }}\"")).isEmpty();
    }

    @Test
    void theWordJsonMayComeFromTheHost() {
        assertThat(findings(
                        engine().function(SLUG), "let a = slug(\"x\")\nuser \"{{ a }}\"\noutput json { b: string }"))
                .extracting(Diagnostic::code)
                .containsExactly(Code.P302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shape(text: string): string",
                "slug(text: strng): string",
                "slug(text): string",
                "slug(text: string)",
                "slug(text: string): string\ntype A = string",
                "slug(text: string = \"a\"): string",
                "slug(text: string, text: string): string",
                "slug(p: image): string",
                "true(text: string): string",
                "slug",
                "",
                "(strict) slug(text: string): string"
            })
    void whatCannotBeDeclaredIsRefusedWhenTheEngineIsBuilt(String declaration) {
        PromptEngineBuilder builder = engine().function(HostFunction.of(declaration, HostArguments::values));
        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        PromptException.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding -> assertThat(finding.code()).isEqualTo(Code.P780)));
    }

    @Test
    void filtersOfTheLanguageCannotBeReplaced() {
        HostFunction fence = HostFunction.of("fence(text: string): string", args -> args.text("text"));
        assertThatThrownBy(() -> engine().safeFilter(fence).build())
                .hasMessageContaining("error[P780]: the host cannot declare the filter `fence`");
        HostFunction nothing = HostFunction.of("today(): date", args -> LocalDate.EPOCH);
        assertThatThrownBy(() -> engine().filter(nothing).build())
                .hasMessageContaining("has no parameter for what it filters");
        assertThatThrownBy(() -> engine().function(SLUG).function(SLUG).build())
                .hasMessageContaining("the host declares the function `slug` twice");
    }
}
