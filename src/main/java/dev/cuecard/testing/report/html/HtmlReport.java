package dev.cuecard.testing.report.html;

import dev.cuecard.data.Version;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Everything, for people: one page that needs no network, no font and no script to be read. A content security policy lets
 * nothing run or load but its own style and script, by their hashes.
 */
public final class HtmlReport {

    /** Up to so many tests that did not pass are open from the start. */
    private static final int OPEN = 12;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    private final Html html = new Html();
    private final SuiteResult result;
    private final List<Diagnostic> remarks;
    private final Instant time;

    private HtmlReport(SuiteResult result, List<Diagnostic> remarks, Instant time) {
        this.result = result;
        this.remarks = remarks;
        this.time = time;
    }

    /**
     * The text of the page.
     *
     * @param result the tests
     * @param remarks what is to say of no single test
     * @param time when they were run
     */
    public static String of(SuiteResult result, List<Diagnostic> remarks, Instant time) {
        return new HtmlReport(result, remarks, time).page();
    }

    private String page() {
        html.open("html", "lang", "en");
        head();
        html.open("body");
        html.open("a", "class", "skip", "href", "#tests").text("To the tests").close();
        header();
        html.open("main").line();
        summary();
        remarks();
        Matrix.write(html, result.cases());
        tests();
        html.close();
        html.open("footer")
                .text("Cuecard " + Version.text() + ", " + TIME.format(time))
                .close();
        html.own("script", SCRIPT);
        return html.close().close().line().done();
    }

    private void head() {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT)
                        + "'; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "", title());
        html.own("style", STYLE).close().line();
    }

    private long wrong() {
        return result.cases().size() - result.count(Verdict.PASSED) - result.count(Verdict.SKIPPED);
    }

    private String title() {
        return wrong() == 0
                ? "Prompts: all tests passed"
                : "Prompts: " + wrong() + " of " + result.cases().size() + " tests did not pass";
    }

    private void header() {
        html.open("header");
        html.element("h1", "", "Tests of prompts");
        html.open("button", "type", "button", "id", "theme", "class", "script", "aria-pressed", "false");
        html.text("Dark theme").close().close().line();
    }

    private void summary() {
        html.open("section", "class", "summary", "aria-labelledby", "summary");
        String tone =
                wrong() == 0 ? "good" : result.count(Verdict.FAILED) + result.count(Verdict.BROKEN) > 0 ? "bad" : "odd";
        html.open("h2", "id", "summary", "class", tone);
        long passed = result.count(Verdict.PASSED);
        html.text(passed + " of " + Looks.count(result.cases().size(), "test", "tests") + " passed")
                .close();
        bar();
        html.open("dl");
        for (Verdict verdict : Verdict.values()) {
            if (verdict == Verdict.PASSED || result.count(verdict) > 0) {
                number(Looks.word(verdict), Long.toString(result.count(verdict)), Looks.tone(verdict));
            }
        }
        if (result.notJudged() > 0) {
            number("expectations not judged", Integer.toString(result.notJudged()), "none");
        }
        Sums sums = Sums.of(result.cases());
        if (sums.asked() > 0) {
            number("time of the models", Looks.time(sums.latencyMs()), "none");
            number("cost", sums.cost(), "none");
        }
        html.close().close().line();
    }

    /** The shares of the verdicts, as wide as they are. */
    private void bar() {
        html.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 1000 10",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                "the shares of the verdicts");
        double at = 0;
        for (Verdict verdict : Verdict.values()) {
            double width =
                    1000.0 * result.count(verdict) / Math.max(1, result.cases().size());
            if (width > 0) {
                html.open(
                        "rect",
                        "class",
                        Looks.tone(verdict),
                        "y",
                        "0",
                        "height",
                        "10",
                        "x",
                        String.format(Locale.ROOT, "%.2f", at),
                        "width",
                        String.format(Locale.ROOT, "%.2f", width));
                html.element("title", "", Looks.word(verdict) + ": " + result.count(verdict))
                        .close();
            }
            at += width;
        }
        html.close();
    }

    private void number(String name, String value, String tone) {
        html.open("div", "class", tone)
                .element("dt", "", name)
                .element("dd", "", value)
                .close();
    }

    private void remarks() {
        if (!remarks.isEmpty()) {
            html.open("section", "aria-labelledby", "remarks");
            html.open("h2", "id", "remarks").text("Remarks").close();
            Findings.write(html, remarks);
            html.close().line();
        }
    }

    private void tests() {
        html.open("section", "aria-labelledby", "tests");
        html.open("h2", "id", "tests", "tabindex", "-1").text("Tests").close();
        filter();
        List<CaseResult> cases = result.cases();
        Cases writer = new Cases(html, wrong() <= OPEN);
        String file = null;
        for (int i = 0; i < cases.size(); i++) {
            String own = cases.get(i).test().file();
            if (!own.equals(file)) {
                if (file != null) {
                    html.close().line();
                }
                file = own;
                html.open("section", "class", "file", "aria-label", own)
                        .element("h3", "", own)
                        .line();
            }
            writer.write(cases.get(i), i);
        }
        if (file != null) {
            html.close();
        }
        html.close().line();
    }

    private void filter() {
        html.open("form", "class", "filter script", "role", "search", "id", "filter");
        html.open("label", "for", "words").text("Find").close();
        html.empty(
                "input",
                "type",
                "search",
                "id",
                "words",
                "autocomplete",
                "off",
                "placeholder",
                "file, test or model ( / )");
        html.open("label", "for", "verdict").text("Show").close();
        html.open("select", "id", "verdict");
        html.open("option", "value", "").text("all").close();
        html.open("option", "value", "!")
                .text("what did not pass (" + wrong() + ")")
                .close();
        for (Verdict verdict : Verdict.values()) {
            if (result.count(verdict) > 0) {
                html.open("option", "value", verdict.word());
                html.text(Looks.word(verdict) + " (" + result.count(verdict) + ")")
                        .close();
            }
        }
        html.close();
        html.open("button", "type", "button", "id", "unfold")
                .text("Open all that are shown")
                .close();
        html.open("output", "id", "shown", "for", "words verdict").close();
        html.close().line();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
