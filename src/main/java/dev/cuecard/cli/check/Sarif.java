package dev.cuecard.cli.check;

import dev.cuecard.cli.console.Notices;
import dev.cuecard.data.Json;
import dev.cuecard.data.Version;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Explanation;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Findings in the Static Analysis Results Interchange Format, version 2.1.0.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF</a>
 */
final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final List<Code> rules;

    private Sarif(List<Code> rules) {
        this.rules = rules;
    }

    static Json.Obj of(CheckReport report) {
        TreeSet<Code> codes = new TreeSet<>();
        report.findings().forEach(finding -> codes.add(finding.code()));
        Sarif sarif = new Sarif(List.copyOf(codes));
        Json.Obj run = Json.object()
                .put("tool", Json.object().put("driver", sarif.driver()).done())
                // Ours, too, count code points.
                .put("columnKind", "unicodeCodePoints")
                .put(
                        "results",
                        Json.array(report.findings().stream().map(sarif::result).toList()))
                .done();
        return Json.object()
                .put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .put("runs", Json.array(List.of(run)))
                .done();
    }

    private Json.Obj driver() {
        return Json.object()
                .put("name", "Cuecard")
                .put("version", Version.text())
                .put("rules", Json.array(rules.stream().map(Sarif::rule).toList()))
                .done();
    }

    private static Json.Obj rule(Code code) {
        String explanation = Explanation.of(code);
        String title = explanation.substring(explanation.indexOf(": ") + 2, explanation.indexOf('\n'));
        int prose = explanation.indexOf("\n\n") + 2;
        return Json.object()
                .put("id", code.name())
                .put("shortDescription", text(title))
                .put("fullDescription", text(explanation.substring(prose, explanation.indexOf("\n\nWrong:"))))
                .put(
                        "help",
                        Json.object()
                                .put("text", explanation)
                                .put("markdown", explanation)
                                .done())
                .done();
    }

    private Json.Obj result(Diagnostic finding) {
        Json.ObjBuilder result = Json.object()
                .put("ruleId", finding.code().name())
                .put("ruleIndex", rules.indexOf(finding.code()))
                .put("level", finding.severity().word())
                .put("message", text(Notices.plain(finding)));
        if (finding.primary() != null) {
            result.put(
                    "locations", Json.array(List.of(location(finding.primary()).done())));
        }
        if (!finding.secondary().isEmpty()) {
            List<Json> others = new ArrayList<>();
            for (Label label : finding.secondary()) {
                others.add(location(label).put("id", others.size() + 1).done());
            }
            result.put("relatedLocations", Json.array(others));
        }
        return result.done();
    }

    private static Json.ObjBuilder location(Label label) {
        Span span = label.span();
        Json.Obj region = Json.object()
                .put("startLine", span.line())
                .put("startColumn", span.column())
                .put("endLine", span.atEnd().line())
                .put("endColumn", span.atEnd().column())
                .done();
        Json.Obj physical = Json.object()
                .put(
                        "artifactLocation",
                        Json.object().put("uri", uri(span.source().name())).done())
                .put("region", region)
                .done();
        return Json.object().put("physicalLocation", physical).put("message", text(label.text()));
    }

    private static Json.Obj text(String text) {
        return Json.object().put("text", text).done();
    }

    /** A path as a URI: relative as it is, absolute with its scheme. */
    private static String uri(String path) {
        String slashes = path.replace('\\', '/');
        try {
            boolean absolute = slashes.startsWith("/");
            URI uri = absolute ? new URI("file", "", slashes, null) : new URI(null, null, slashes, null);
            return uri.toASCIIString();
        } catch (URISyntaxException e) {
            // A relative path whose first part looks like a scheme.
            return "./" + slashes.replace(" ", "%20");
        }
    }
}
