package dev.cuecard.chat.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

    /** The example of the contract, word for word. */
    private static final String EXAMPLE = """
            {"language": 1, "providers": {"local": {"base_url": "http://127.0.0.1:8081/v1", "key_env": "LOCAL_KEY", \
            "headers": {"X-Team": "search"}}}, "models": {"local/small": {"context_window": 8192, \
            "max_output_tokens": 2048, "input_usd": 0.1, "cached_input_usd": 0.01, "output_usd": 0.5, \
            "retires": "2027-01-14", "replacement": "…"}}, "redact": ["\\\\b\\\\d{16}\\\\b"]}
            """;

    private static ConfigurationReading read(String text) {
        return ConfigurationReader.read(new Source("cuecard.json", text), Origin.PROJECT);
    }

    private static List<String> codes(String text) {
        return read(text).findings().stream().map(d -> d.code().name()).toList();
    }

    @Test
    void theExampleOfTheContractIsRead() throws Regex.Broken {
        ConfigurationReading reading = read(EXAMPLE);
        assertThat(reading.findings()).isEmpty();
        Configuration all = reading.configuration();
        ProviderSettings local = all.providers().get("local");
        assertThat(local.baseUrl()).isEqualTo("http://127.0.0.1:8081/v1");
        assertThat(local.keyEnv()).isEqualTo("LOCAL_KEY");
        assertThat(local.headers()).containsExactly(java.util.Map.entry("X-Team", "search"));
        assertThat(local.origin()).isEqualTo(Origin.PROJECT);
        assertThat(local.nameAt().text()).isEqualTo("\"local\"");
        assertThat(local.keyEnvAt()).isNotNull();
        assertThat(all.redact()).containsExactly(Regex.of("\\b\\d{16}\\b"));
        ModelFacts small = ModelTable.builtIn().plus(all.models()).find("local/small");
        assertThat(small).isNotNull();
        assertThat(small.contextWindow()).isEqualTo(8192);
        assertThat(small.outputUsd()).isEqualTo(new BigDecimal("0.5"));
        assertThat(small.retires()).isEqualTo(LocalDate.of(2027, 1, 14));
    }

    @Test
    void everyMemberIsOptional() {
        assertThat(codes("{}")).isEmpty();
        assertThat(codes("{\"models\": {\"m\": {}}, \"providers\": {}, \"redact\": []}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "\"a\"", "{", "{\"language\": 1, \"language\": 1}", "{'a': 1}"})
    void whatIsNoObjectIsOneMistake(String text) {
        assertThat(codes(text)).hasSize(1).first().asString().matches("P740|P742");
    }

    /** Each member of a model that the table reads is in the schema, and the other way round. */
    @Test
    void theSchemaHasTheFactsOfTheTable() {
        Set<String> used = new TreeSet<>();
        Json table = ((JsonReading.Parsed) JsonText.parse(new Source("t", tableText())))
                .document()
                .value();
        ((Json.Obj) ((Json.Obj) table).get("models"))
                .members()
                .values()
                .forEach(model -> used.addAll(((Json.Obj) model).members().keySet()));
        assertThat(ConfigurationSchema.members("/models/m")).containsAll(used);
        ConfigurationReading all = read("{\"models\": " + JsonText.compact(((Json.Obj) table).get("models")) + "}");
        assertThat(all.findings()).isEmpty();
    }

    private static String tableText() {
        try (var in = ModelTable.class.getResourceAsStream("models.json")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aNearerFileHidesTheSameFactsOnly() {
        Configuration user = read("{\"models\": {\"m\": {\"input_usd\": 1, \"output_usd\": 2}}, \"redact\": [\"a\"]}")
                .configuration();
        Configuration project = read("{\"models\": {\"m\": {\"input_usd\": 3}}, \"redact\": [\"a\", \"b\"]}")
                .configuration();
        Configuration both = user.under(project);
        ModelFacts facts = ModelTable.builtIn().plus(both.models()).find("m");
        assertThat(facts).isNotNull();
        assertThat(facts.inputUsd()).isEqualByComparingTo("3");
        assertThat(facts.outputUsd()).isEqualByComparingTo("2");
        assertThat(both.redact()).extracting(Regex::text).containsExactly("a", "b");
    }

    @Test
    void noMessageShowsThePasswordOfAUrl() {
        ConfigurationReading reading =
                read("{\"providers\": {\"team\": {\"base_url\": \"https://ada:secret@models.example/v1\"}}}");
        assertThat(reading.findings()).hasSize(1);
        Diagnostic only = reading.findings().get(0);
        assertThat(only.primary()).isNull();
        assertThat(dev.cuecard.diagnostic.DiagnosticRenderer.plain().render(only))
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base_url\": \"https://m.example/v1\", \"key_env\": \"sk-proj-secret-0123456789\"}",
                "{\"base_url\": \"https://m.example/v1\", \"headers\": {\"X-Api-Key\": \"secret\\nmore\"}}",
                "{\"base_url\": \"https://m.example/v1\", \"headers\": {\"X Api Key\": \"secret\"}}"
            })
    void noMessageShowsWhatMayBeAKey(String provider) {
        ConfigurationReading reading = read("{\"providers\": {\"team\": " + provider + "}}");
        assertThat(reading.findings()).hasSize(1);
        assertThat(dev.cuecard.diagnostic.DiagnosticRenderer.plain().render(reading.findings()))
                .doesNotContain("secret");
    }

    @Test
    void aMistakeLeavesNothingConfigured() {
        ConfigurationReading reading = read("{\"models\": {\"m\": {\"input_usd\": 1}}, \"redact\": [\"(?=a)\"]}");
        assertThat(reading.findings()).hasSize(1);
        assertThat(reading.configuration()).isEqualTo(Configuration.EMPTY);
    }
}
