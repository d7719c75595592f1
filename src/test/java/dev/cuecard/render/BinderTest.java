package dev.cuecard.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.eval.Ir;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression.BinaryOperator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What inputs may be, and what is said of those that may not. */
class BinderTest {

    private static final String TRIAGE = """
            prompt triage

            var customer: string
            var ticket: string
            var tone = "polite"

            user ticket
            """;

    private static CheckedPrompt triage() {
        return Prompts.of(TRIAGE)
                .input("customer", Types.STRING)
                .input("ticket", Types.STRING)
                .input("tone", Types.STRING, Ir.expr("polite"))
                .done();
    }

    private static Binding bind(CheckedPrompt prompt, Object... inputs) {
        return new Binder(prompt, Limits.DEFAULT).bind(Given.all(Ir.obj(inputs).members()));
    }

    private static Binding bindText(CheckedPrompt prompt, String text) {
        JsonReading reading = JsonText.parse(new Source("inputs.json", text));
        return new Binder(prompt, Limits.DEFAULT).bind(Given.members(((JsonReading.Parsed) reading).document()));
    }

    private static String shown(Binding binding) {
        assertThat(binding.bound()).isNull();
        return DiagnosticRenderer.plain().render(binding.findings().get(0));
    }

    private static void refuses(Binding binding, Code code) {
        assertThat(binding.bound()).isNull();
        assertThat(binding.findings()).extracting(Diagnostic::code).containsExactly(code);
    }

    @Test
    void missingInputsAreToldTogether() {
        assertThat(shown(bind(triage()))).isEqualTo("""
                error[P401]: missing 2 required inputs: `customer` and `ticket`
                 --> test.prompt:3:5
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
    void oneMissingInputIsToldOfInTheSingular() {
        assertThat(shown(bind(triage(), "customer", "Ada", "tone", "kind"))).isEqualTo("""
                error[P401]: missing 1 required input: `ticket`
                 --> test.prompt:4:5
                  |
                4 | var ticket: string
                  |     ^^^^^^ declared here without a default
                  |
                  = note: given: `customer`, `tone`
                  = help: pass it with `--var ticket=...`
                """);
    }

    @Test
    void aMisspeltNameIsOneMistakeNotTwo() {
        assertThat(shown(bindText(triage(), """
                {
                  "customer": "Ada",
                  "tikcet": "It broke."
                }
                """))).isEqualTo("""
                error[P402]: unknown input `tikcet`
                 --> inputs.json:3:3
                  |
                3 |   "tikcet": "It broke."
                  |   ^^^^^^^^ not an input of this prompt
                  |
                  = note: the inputs of this prompt: `customer`, `ticket`, `tone`
                  = help: did you mean `ticket`?
                """);
        refuses(bindText(triage(), "{\"customer\": \"Ada\", \"tikcet\": \"It broke.\"}"), Code.P402);
    }

    @Test
    void valuesAreHeldToTheirTypesWhereTheyStand() {
        Prompts prompts = Prompts.of("prompt p\n\nvar stars: integer(1..5)\n");
        Type range =
                new Type.Num(true, BigDecimal.ONE, false, BigDecimal.valueOf(5), false, prompts.at("integer(1..5)"));
        CheckedPrompt prompt = prompts.input("stars", range).done();
        Binding binding = bindText(prompt, "{\n  \"stars\": \"many\"\n}\n");
        refuses(binding, Code.P403);
        Diagnostic found = binding.findings().get(0);
        assertThat(found.message()).isEqualTo("`stars` does not fit its type");
        assertThat(found.primary().span().text()).isEqualTo("\"many\"");
        assertThat(found.secondary().get(0).span().text()).isEqualTo("integer(1..5)");
        assertThat(found.secondary().get(0).text()).isEqualTo("required by this declaration");
        refuses(bind(prompt, "stars", "many"), Code.P403);
        assertThat(bind(prompt, "stars", 3).bound().inputs()).containsEntry("stars", Json.of(3));
    }

    @Test
    void textsAreWellFormed() {
        refuses(bind(triage(), "customer", "a\uD83D", "ticket", "t"), Code.P404);
        refuses(bind(triage(), "customer", "\uDE00a", "ticket", "t"), Code.P404);
        refuses(bind(triage(), "customer", "\uD83Da", "ticket", "t"), Code.P404);
        assertThat(bind(triage(), "customer", "\uD83D\uDE00", "ticket", "nul \0")
                        .findings())
                .isEmpty();
    }

    @Test
    void hugeValuesAreRefusedBeforeAnythingIsMadeOfThem() {
        refuses(bind(triage(), "customer", "a".repeat(50_000_000), "ticket", "t"), Code.P405);
        CheckedPrompt any = Prompts.of("var x: any\n").input("x", Types.ANY).done();
        Json deep = Json.of(1);
        for (int i = 0; i < 100_000; i++) {
            deep = Json.array(List.of(deep));
        }
        refuses(bind(any, "x", deep), Code.P405);
        Json twice = Json.of("x");
        for (int i = 0; i < 64; i++) {
            twice = Json.array(List.of(twice, twice));
        }
        refuses(bind(any, "x", twice), Code.P405);
        refuses(bind(any, "x", new BigDecimal("1e999999999")), Code.P405);
    }

    @Test
    void defaultsMaySpeakOfOtherInputs() {
        Prompts prompts = Prompts.of("var first: string\nvar full: string\nvar nick: string\n");
        prompts.input("first", Types.STRING);
        prompts.input("full", Types.STRING, Ir.binary(prompts.use("first"), BinaryOperator.PLUS, " L."));
        CheckedPrompt prompt = prompts.optional("nick", Types.STRING).done();
        assertThat(bind(prompt, "first", "Ada").bound().inputs())
                .isEqualTo(Map.of("first", Json.of("Ada"), "full", Json.of("Ada L.")));
    }

    @Test
    void aComputedDefaultIsHeldToItsType() {
        Type short3 = new Type.Text(null, 3, null, null);
        Prompts prompts = Prompts.of("var first: string\nvar code: string(..3)\n");
        prompts.input("first", Types.STRING)
                .input("code", short3, Ir.binary(prompts.use("first"), BinaryOperator.PLUS, "!"));
        CheckedPrompt prompt = prompts.done();
        assertThat(bind(prompt, "first", "Al").findings()).isEmpty();
        refuses(bind(prompt, "first", "Ada"), Code.P403);
        Prompts broken = Prompts.of("var n: number\n");
        broken.input("n", Types.NUMBER, Ir.binary(1, BinaryOperator.DIVIDE, 0));
        refuses(bind(broken.done()), Code.P413);
    }

    @Test
    void picturesAreAddresses() {
        CheckedPrompt prompt = Prompts.of("var photos: image[]\n")
                .input("photos", new Type.Array(new Type.Image(null), null, null, null))
                .done();
        assertThat(bind(prompt, "photos", List.of("https://example.org/a.png")).findings())
                .isEmpty();
        refuses(bind(prompt, "photos", List.of("https://example.org/a.png", "cat.png")), Code.P403);
    }

    @Test
    void theHistoryIsGivenLikeAnInput() {
        List<Object> turns = List.of(Ir.obj("role", "user", "content", "Hi"));
        Binding binding = bind(triage(), "customer", "a", "ticket", "b", "history", turns);
        assertThat(binding.bound().history()).isEqualTo(Ir.json(turns));
        assertThat(binding.bound().inputs()).doesNotContainKey("history");
        refuses(
                bind(
                        triage(),
                        "customer",
                        "a",
                        "ticket",
                        "b",
                        "history",
                        List.of(Ir.obj("role", "system", "content", "x"))),
                Code.P403);
    }
}
