package dev.cuecard.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the texts and places are, a diagnostic can be shown. */
class RendererPropertyTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "word",
                        " ",
                        "\n",
                        "\r\n",
                        "\t",
                        "价格",
                        "😀",
                        "e\u0301",
                        "\u0000",
                        "\u001b[31m",
                        "\u202e",
                        "\ud800",
                        "\udc00",
                        "\r",
                        "x".repeat(200),
                        "价".repeat(100))
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Diagnostic> diagnostics() {
        Arbitrary<Label> label = labels(texts());
        return Combinators.combine(
                        label,
                        label.list().ofMaxSize(4),
                        texts(),
                        texts().list().ofMaxSize(2))
                .as((primary, secondary, message, notes) ->
                        new Diagnostic(Severity.ERROR, Code.P201, message + "m", primary, secondary, notes, null));
    }

    private static Arbitrary<Label> labels(Arbitrary<String> texts) {
        // Few sources, so that some labels share one.
        Arbitrary<Source> sources = texts.map(text -> new Source("file", text));
        return sources.flatMap(source -> {
            int length = source.text().length();
            return Combinators.combine(
                            Arbitraries.integers().between(0, length),
                            Arbitraries.integers().between(0, length),
                            Arbitraries.of("here", "two words", "", "a\nb"))
                    .as((a, b, text) -> new Label(source.span(Math.min(a, b), Math.max(a, b)), text));
        });
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void everyDiagnosticCanBeShown(@ForAll("diagnostics") Diagnostic diagnostic) {
        String plain = DiagnosticRenderer.plain().render(diagnostic);
        String coloured = DiagnosticRenderer.coloured().render(diagnostic);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
        assertThat(plain.replace("\n", "").codePoints())
                .noneMatch(
                        c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || c == 0x202e);
        assertThat(plain.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void labelsOfOneTextStandTogether(@ForAll("texts") String text, @ForAll List<Integer> places) {
        Source source = new Source("file", text);
        Diagnostic.Builder builder = Diagnostic.error(Code.P201, "m", source.span(0, 0), "start");
        for (int place : places) {
            int at = Math.floorMod(place, text.length() + 1);
            builder.and(source.span(at, Math.min(text.length(), at + Math.floorMod(place, 7))), "here");
        }
        String shown = DiagnosticRenderer.plain().render(builder.done());
        assertThat(shown.split(" --> |::: ", -1)).hasSize(2);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsMarkedStandsOverTheCarets(@ForAll("texts") String text, @ForAll("texts") String before) {
        Source source = new Source("file", before.replaceAll("[\r\n]", "") + "MARKED" + text);
        int at = source.text().indexOf("MARKED");
        List<String> lines = DiagnosticRenderer.plain()
                .render(Diagnostic.error(Code.P201, "m", source.span(at, at + 6), "here")
                        .done())
                .lines()
                .toList();
        String line = lines.get(3);
        assertThat(lines.get(4).indexOf("^^^^^^ here"))
                .isEqualTo(Columns.of(line.substring(0, line.indexOf("MARKED"))));
    }
}
