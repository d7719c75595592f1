package dev.cuecard.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelTableTest {

    private static final ModelTable TABLE = ModelTable.builtIn();

    @Test
    void whatIsKnownIsTold() {
        assertThat(TABLE.asOf()).isEqualTo("2026-11-22");
        assertThat(TABLE.names()).hasSize(14).startsWith("gpt-6-luna").endsWith("gpt-4-1106-preview");
        ModelFacts luna = facts("gpt-6-luna");
        assertThat(luna.contextWindow()).isEqualTo(1_050_000);
        assertThat(luna.maxInput()).isEqualTo(922_000);
        assertThat(luna.reasoningEfforts()).containsExactly("none", "low", "medium", "high", "xhigh", "max");
        assertThat(luna.toolEfforts()).containsExactly("none");
        assertThat(luna.retires()).isNull();
        ModelFacts old = facts("gpt-3.5-turbo-1106");
        assertThat(old.maxOutput()).isEqualTo(4_096);
        assertThat(old.retires()).isEqualTo("2026-09-28");
        assertThat(old.replacement()).isEqualTo("gpt-5.6-terra");
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        assertThat(TABLE.find("gpt-7")).isNull();
        assertThat(TABLE.find("GPT-4o")).isNull();
        ModelFacts facts = facts("gpt-5.4");
        assertThat(facts.contextWindow()).isNull();
        assertThat(facts.cachedInputUsd()).isNull();
        assertThat(facts.reasoningEfforts()).isEmpty();
        assertThat(facts.images()).isNull();
    }

    @Test
    void aModelNoLongerAnswersOnTheDayItRetires() {
        ModelFacts facts = facts("gpt-5");
        assertThat(facts.hasRetired(LocalDate.parse("2026-12-10"))).isFalse();
        assertThat(facts.hasRetired(LocalDate.parse("2026-12-11"))).isTrue();
        assertThat(facts("gpt-6-luna").hasRetired(LocalDate.MAX)).isFalse();
    }

    @Test
    void costsAreExact() {
        assertThat(facts("gpt-6-luna").costUsd(1_000_000, 400_000, 3)).isEqualTo(new BigDecimal("0.0640015"));
        // The prices of the tutorial: $0.0010 and $0.0020 for a thousand.
        assertThat(facts("gpt-3.5-turbo-1106").costUsd(1_000, 0, 1_000)).isEqualTo(new BigDecimal("0.003"));
        assertThat(facts("gpt-4o").costUsd(0, 0, 0)).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void costsHaveNoExponent() {
        assertThat(facts("gpt-4-1106-preview").costUsd(1_000_000, 0, 0)).hasToString("10");
    }

    @Test
    void aCostIsUnknownWhereAPriceIs() {
        assertThat(facts("gpt-5.6-luna").costUsd(1, 0, 0)).isNull();
        assertThat(facts("gpt-4o").costUsd(10, 5, 0)).isNull();
    }

    @Test
    void aConfigurationAddsAndHides() {
        ModelTable table = TABLE.plus(Map.of(
                "gpt-4o", Json.object().put("input_usd", 3).done(),
                "local/small", Json.object().put("context_window", 8192).done()));
        ModelFacts changed = Objects.requireNonNull(table.find("gpt-4o"));
        assertThat(changed.inputUsd()).isEqualTo("3");
        assertThat(changed.outputUsd()).isEqualTo("10.00");
        assertThat(Objects.requireNonNull(table.find("local/small")).contextWindow())
                .isEqualTo(8192);
        assertThat(TABLE.find("local/small")).isNull();
    }

    @Test
    void tokensAreExactWhereTheEncodingIsKnown() {
        assertThat(Tokens.count(facts("gpt-3.5-turbo-1106"), "You are an assistant."))
                .isEqualTo(new TokenCount(5, true));
        assertThat(Tokens.count(facts("gpt-4o"), "Hello!")).isEqualTo(new TokenCount(2, true));
        assertThat(Tokens.count(facts("gpt-6-luna"), "Hello!")).isEqualTo(new TokenCount(2, false));
        assertThat(Tokens.count(null, "Hello!")).isEqualTo(new TokenCount(2, false));
        assertThat(Objects.requireNonNull(Tokens.count(null, "<|endoftext|>")).tokens())
                .isGreaterThan(1);
    }

    @Test
    void withoutTheLibraryTheNumberIsUnknown() throws Exception {
        ClassLoader without = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("com.knuddels.")) {
                    throw new ClassNotFoundException(name);
                }
                if (!name.startsWith(Tokens.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
        Class<?> tokens = without.loadClass(Tokens.class.getName());
        assertThat(tokens.getMethod("count", ModelFacts.class, String.class).invoke(null, null, "Hello!"))
                .isNull();
    }

    @Test
    void anUnknownEncodingLeavesAnEstimate() {
        ModelTable table =
                TABLE.plus(Map.of("x", Json.object().put("encoding", "runes").done()));
        assertThat(Tokens.count(table.find("x"), "Hello!")).isEqualTo(new TokenCount(2, false));
    }

    @Test
    void theFileNamesModelsAndFactsThatAreRead() {
        List<String> known = List.of("o200k_base", "cl100k_base");
        TABLE.names().stream()
                .map(ModelTableTest::facts)
                .filter(facts -> facts.encoding() != null)
                .forEach(facts -> assertThat(known).contains(facts.encoding()));
    }

    private static ModelFacts facts(String name) {
        return Objects.requireNonNull(TABLE.find(name), name);
    }
}
