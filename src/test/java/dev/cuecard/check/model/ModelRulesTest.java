package dev.cuecard.check.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Checked;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.PromptParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a model on a given day, and which comment keeps it from being said. */
class ModelRulesTest {

    private static final ModelTable TABLE = ModelTable.builtIn()
            .plus(Map.of(
                    "old",
                    Json.object()
                            .put("retires", "2027-01-14")
                            .put("replacement", "new")
                            .done(),
                    "small",
                    Json.object()
                            .put("context_window", 20)
                            .put("encoding", "o200k_base")
                            .done()));

    private static final String PROMPT = "prompt p\n\nmodel \"old\"\n\nuser \"Hello!\"\n";

    private static Checked check(String text, String day) {
        return check(text, day, Map.of());
    }

    private static Checked check(String text, String day, Map<String, String> files) {
        CheckOptions options = CheckOptions.DEFAULT.with(TABLE).on(LocalDate.parse(day));
        return Checker.check(PromptParser.parse(new Source("a.prompt", text)), new MemoryFiles(files), options);
    }

    private static List<String> told(Checked checked) {
        return checked.findings().stream()
                .map(d -> d.severity().word() + " " + d.code())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-15, ''",
        "2026-10-16, warning P319",
        "2027-01-13, warning P319",
        "2027-01-14, error P310",
        "2030-01-01, error P310"
    })
    void theDayDecides(String day, String told) {
        assertThat(String.join(", ", told(check(PROMPT, day)))).isEqualTo(told);
        assertThat(check(PROMPT, day).prompt() == null).isEqualTo(told.startsWith("error"));
    }

    @Test
    void whatIsNotCheckedWarnsAndRuns() {
        CheckOptions options = CheckOptions.DEFAULT
                .with(TABLE)
                .on(LocalDate.parse("2030-01-01"))
                .warnOfRetired();
        Checked checked =
                Checker.check(PromptParser.parse(new Source("a.prompt", PROMPT)), MemoryFiles.none(), options);
        assertThat(told(checked)).containsExactly("warning P310");
        assertThat(checked.prompt()).isNotNull();
    }

    @Test
    void aReasonAboveKeepsAModel() {
        String kept = PROMPT.replace("model", "// accept P310: it is measured against\nmodel");
        assertThat(check(kept, "2030-01-01").findings()).isEmpty();
        assertThat(check(kept, "2030-01-01").prompt()).isNotNull();
        // Before its day there is nothing to accept yet.
        assertThat(told(check(kept, "2026-01-01"))).containsExactly("warning P822");
        String both = PROMPT.replace("model", "// accept P310: a\n// accept P319: b\nmodel");
        assertThat(told(check(both, "2030-01-01"))).containsExactly("warning P822");
    }

    @Test
    void errorsAreNotAccepted() {
        String text = "prompt p\n\n// accept P201: no\nuser \"{{ nobody }}\"\n";
        assertThat(told(check(text, "2026-01-01"))).contains("error P201");
    }

    @Test
    void aModelOfALibraryIsToldWhereItIsNamed() {
        Map<String, String> files = Map.of("lib.prompt", "model fast = \"old\"\n\nmodel slow = \"old\"\n");
        String text = "prompt p\n\nimport { fast } from \"lib.prompt\"\n\nmodel fast\n\nuser \"Hello!\"\n";
        List<Diagnostic> findings = check(text, "2030-01-01", files).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).primary().span()).hasToString("lib.prompt:1:14");
        Map<String, String> accepted =
                Map.of("lib.prompt", "// accept P310: measured\nmodel fast = \"old\"\n\nmodel slow = \"old\"\n");
        assertThat(check(text, "2030-01-01", accepted).findings()).isEmpty();
    }

    @Test
    void aLibraryIsHeldAgainstTheTableItself() {
        assertThat(told(check("model fast = \"old\"\n\nmodel slow = \"old\"\n", "2030-01-01")))
                .containsExactly("error P310", "error P310");
    }

    @Test
    void ofUnknownModelsNothingIsSaid() {
        assertThat(check(PROMPT.replace("\"old\"", "\"nobody-knows\" { max_tokens = 99999999 }"), "2030-01-01")
                        .findings())
                .isEmpty();
    }

    @Test
    void onlyWhatIsAlwaysSaidCountsForTheWindow() {
        String much = "Say hello, and then say it again, ".repeat(5);
        assertThat(told(check("prompt p\n\nmodel \"small\"\n\nuser \"" + much + "\"\n", "2026-01-01")))
                .containsExactly("error P322");
        assertThat(told(check(
                        "prompt p\n\nmodel \"small\"\n\nvar a = true\n\nuser \"{{ if a }}" + much + "{{ end }}b\"\n",
                        "2026-01-01")))
                .isEmpty();
        assertThat(told(check("prompt p\n\nmodel \"small\"\n\nvar a: string\n\nuser a\n", "2026-01-01")))
                .isEmpty();
    }
}
