package dev.cuecard.testing.report.html;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong, with its places: that in the reply beside the line of the prompt. */
final class Findings {

    private Findings() {}

    static void write(Html html, List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            html.open("article", "class", "finding " + finding.severity().word());
            html.open("h4")
                    .element("code", "", finding.code().name())
                    .text(" ")
                    .words(finding.message())
                    .close();
            places(html, finding);
            remarks(html, finding);
            html.close().line();
        }
    }

    private static void places(Html html, Diagnostic finding) {
        Map<Source, List<Label>> bySource = new LinkedHashMap<>();
        List<Label> labels = new ArrayList<>(finding.secondary());
        Label primary = finding.primary();
        if (primary != null) {
            labels.add(0, primary);
        }
        labels.forEach(label -> bySource.computeIfAbsent(label.span().source(), source -> new ArrayList<>())
                .add(label));
        if (bySource.isEmpty()) {
            return;
        }
        html.open("div", "class", "places");
        bySource.forEach((source, all) -> {
            html.open("figure");
            html.element("figcaption", "", all.get(0).span().toString());
            Marked.excerpt(html, source, all, primary == null ? all.get(0) : primary);
            html.close();
        });
        html.close();
    }

    private static void remarks(Html html, Diagnostic finding) {
        if (finding.notes().isEmpty() && finding.help() == null) {
            return;
        }
        html.open("ul", "class", "notes");
        for (String note : finding.notes()) {
            String tone = note.startsWith("recorded: ") ? "was" : note.startsWith("now: ") ? "is" : "";
            html.open("li", "class", tone).words(note).close();
        }
        if (finding.help() != null) {
            html.open("li", "class", "help")
                    .element("b", "", "help: ")
                    .words(finding.help())
                    .close();
        }
        html.close();
    }
}
