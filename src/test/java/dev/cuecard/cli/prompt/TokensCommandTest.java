package dev.cuecard.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import dev.cuecard.cli.Cli;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request takes of its model, counted by the rule that the API documents. */
class TokensCommandTest {

    @TempDir
    private Path folder;

    private String prompt(String text) throws IOException {
        return Files.writeString(folder.resolve("p.prompt"), text).toString();
    }

    private static Json.Obj json(Cli.Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        return (Json.Obj) ((JsonReading.Parsed) JsonText.parse(new Source("stdout", ran.out())))
                .document()
                .value();
    }

    private static int cl100k(String text) {
        return Encodings.newLazyEncodingRegistry()
                .getEncoding(EncodingType.CL100K_BASE)
                .countTokensOrdinary(text);
    }

    /** The tutorial's request: two messages, three and one more for each, three before the reply. */
    @Test
    void helloIsCountedByTheRuleOfTheApi() {
        Json.Obj report = json(new Cli().run("tokens", "prompts/hello.prompt", "--format", "json"));
        int texts = cl100k("You are an assistant.") + cl100k("Hello!");
        assertThat(report.get("count")).hasToString("\"exact\"");
        assertThat(report.get("total_tokens")).hasToString(String.valueOf(texts + 2 * 4 + 3));
        assertThat(report.get("context_window")).hasToString("16385");
        // One dollar for a million.
        assertThat(((Json.Num) report.get("input_usd")).value().movePointRight(6))
                .isEqualByComparingTo(String.valueOf(texts + 11));
        assertThat(report.get("worst_case_usd")).isEqualTo(Json.nil());
    }

    @Test
    void theWorstCaseTakesTheLongestReply() throws IOException {
        String file = prompt("prompt p\n\nmodel \"gpt-6-luna\" { max_completion_tokens = 300 }\n\nuser \"Hello!\"\n");
        Json.Obj report = json(new Cli().run("tokens", file, "--format", "json"));
        assertThat(report.get("count")).hasToString("\"estimate\"");
        assertThat(report.get("max_input_tokens")).hasToString("922000");
        long total = ((Json.Num) report.get("total_tokens")).value().longValueExact();
        assertThat(((Json.Num) report.get("worst_case_usd")).value().movePointRight(6))
                .isEqualByComparingTo(new java.math.BigDecimal("0.10")
                        .multiply(java.math.BigDecimal.valueOf(total))
                        .add(new java.math.BigDecimal("0.50").multiply(java.math.BigDecimal.valueOf(300))));
    }

    @Test
    void namesToolsAndSchemasCount() throws IOException {
        String plain = "prompt p\n\nmodel \"gpt-6-luna\" { reasoning_effort = \"none\" }\n\nuser \"As JSON: hello\"\n";
        String more = plain.replace(
                        "user", "role ada = user \"ada\"\n\ntool weather(city: string): string\n\nada \"Hi!\"\n\nuser")
                + "\noutput json(strict) { a: string }\n";
        Json.Obj before = json(new Cli().run("tokens", prompt(plain), "--format", "json"));
        Json.Obj after = json(new Cli().run("tokens", prompt(more), "--format", "json"));
        assertThat(before.get("tools_tokens")).hasToString("0");
        assertThat(before.get("schema_tokens")).hasToString("0");
        assertThat(((Json.Num) after.get("tools_tokens")).value()).isGreaterThan(java.math.BigDecimal.TEN);
        assertThat(((Json.Num) after.get("schema_tokens")).value()).isGreaterThan(java.math.BigDecimal.TEN);
        Json.Obj named = (Json.Obj) ((Json.Arr) after.get("messages")).items().get(0);
        assertThat(((Json.Num) named.get("frame_tokens")).value()).isGreaterThan(java.math.BigDecimal.valueOf(5));
    }

    @Test
    void ofAnUnknownModelItSaysWhatIsNotKnown() {
        Cli.Ran ran = new Cli().run("tokens", "prompts/hello.prompt", "--model", "nobody-knows");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("model: nobody-knows\n")
                .contains("texts: estimate")
                .contains("context window: not known, the model is neither in the table of 2026-11-22 nor in")
                .contains("cost: not known");
        Json.Obj report =
                json(new Cli().run("tokens", "prompts/hello.prompt", "--model", "nobody-knows", "--format", "json"));
        assertThat(report.get("input_usd")).isEqualTo(Json.nil());
        assertThat(report.get("share_of_window")).isEqualTo(Json.nil());
    }

    @Test
    void peopleReadLines() {
        assertThat(new Cli().run("tokens", "prompts/hello.prompt").out()).isEqualTo("""
                model: gpt-3.5-turbo-1106
                texts: exact, by cl100k_base

                         9  system (text 5)
                         6  user (text 2)
                         3  before the reply
                        18  in all, an estimate: what stands around the texts is counted by the API's rule of thumb

                context window: 0.11 % of 16,385
                cost: $0.000018 for the request, by the prices of 2026-11-22
                worst case: not bounded, since no `max_completion_tokens` is set
                """);
    }

    @Test
    void pricesOfTheProjectAreToldAsSuch() throws IOException {
        Files.writeString(folder.resolve("cuecard.json"), "{\"models\": {\"m\": {\"input_usd\": 1000000}}}");
        Cli.Ran ran = new Cli().run("tokens", prompt("prompt p\n\nmodel \"m\"\n\nuser \"Hello!\"\n"));
        assertThat(ran.out()).contains("cost: $9 for the request, by the prices in `cuecard.json`\n");
    }

    @Test
    void missingInputsAreSaidAsElsewhere() {
        Cli.Ran ran = new Cli().run("tokens", "prompts/sentiment.prompt");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("error[P401]");
        assertThat(ran.out()).isEmpty();
        assertThat(new Cli()
                        .run("tokens", "prompts/sentiment.prompt", "--test", "a happy customer")
                        .code())
                .isZero();
    }
}
