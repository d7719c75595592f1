package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML page, read by a parser of HTML: whole, harmless, and saying what happened. */
class HtmlReportTest {

    private static final String TRIAGE = """
            prompt triage

            model "gpt-6-luna"

            var text: untrusted string

            user text

            output json(plain) {
              label: "positive" | "negative"
              urgency: integer(1..5)
            }

            test "a happy customer" {
              text = "Best purchase!"
              reply '{"label": "positive", "urgency": 1}'
            }

            test "</script><script>alert(1)</script> & 'x' \\u202Eevil\\u001B[31m" {
              text = "Meh."
              reply '''
                {
                  "label": "</pre><script>alert(2)</script>]]>",
                  "urgency": 9
                }
                '''
            }

            test "expects" {
              text = "Meh."
              recover all
              reply 'Sure! {"label": "negative", "urgency": 4}'
              expect output.urgency < 3 or output.label == "positive"
            }

            test "asks" {
              text = "Meh."
            }
            """;

    @TempDir
    private Path folder;

    private Document page(String prompt, int code, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("triage.prompt"), prompt);
        Path page = folder.resolve("report.html");
        List<String> all = new ArrayList<>(List.of("test", file.toString(), "--report", "html=" + page));
        all.addAll(List.of(options));
        Cli.Ran ran = new Cli().run(all.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document document = Jsoup.parse(Files.readString(page), "", parser);
        assertThat(parser.getErrors()).isEmpty();
        return document;
    }

    @Test
    void itSaysWhatHappened() throws IOException {
        Document page = page(TRIAGE, 6);
        assertThat(page.title()).isEqualTo("Prompts: 3 of 4 tests did not pass");
        assertThat(page.selectFirst("#summary").text()).isEqualTo("1 of 4 tests passed");
        assertThat(page.select(".case").eachAttr("data-verdict"))
                .containsExactly("passed", "failed", "failed", "recording");
        assertThat(page.selectFirst("footer").text()).endsWith("24 November 2026, 12:00 UTC");
    }

    @Test
    void theInvalidPlaceIsMarkedInTheReplyAndThePromptsLineStandsBeside() throws IOException {
        Element failed = page(TRIAGE, 6).select(".case").get(1);
        Element finding = failed.selectFirst(".finding");
        assertThat(finding.select("figcaption").eachText().get(0)).isEqualTo("canned reply:2:12");
        assertThat(finding.select("figure").get(0).select("mark").text())
                .isEqualTo("\"</pre><script>alert(2)</script>]]>\"");
        assertThat(finding.select("figure").get(1).select("mark").text()).isEqualTo("\"positive\" | \"negative\"");
        assertThat(failed.selectFirst(".run").select("mark").eachText())
                .hasSize(2)
                .contains("9");
        assertThat(failed.selectFirst(".run").select(".why").get(1).text())
                .isEqualTo("↑ expected an integer from 1 to 5, got 9");
    }

    @Test
    void aFailedExpectationShowsItsPartsAndARecoveryIsTold() throws IOException {
        Element failed = page(TRIAGE, 6).select(".case").get(2);
        assertThat(failed.select(".finding li").eachText())
                .containsExactly(
                        "output.urgency < 3 is false",
                        "output.urgency is 4",
                        "output.label == \"positive\" is false",
                        "output.label is \"negative\"");
        assertThat(failed.selectFirst(".run .notes").text()).isNotBlank();
    }

    @Test
    void aStaleRecordingShowsWhatDiffers() throws IOException {
        assertThat(new Cli().run("init", folder.toString()).code()).isZero();
        Path prompt = folder.resolve("prompts/review.prompt");
        Files.writeString(prompt, Files.readString(prompt).replace("Classify", "Judge"));
        Path html = folder.resolve("report.html");
        assertThat(new Cli()
                        .run("test", prompt.toString(), "--report", "html=" + html)
                        .code())
                .isEqualTo(6);
        Document page = Jsoup.parse(Files.readString(html));
        assertThat(page.select("li.was").text()).isEqualTo("recorded: Classify the review.");
        assertThat(page.select("li.is").text()).isEqualTo("now: Judge the review.");
        assertThat(page.select("li.help").text()).contains("cuecard test " + prompt + " --record");
    }

    @Test
    void nothingThatAPromptOrAModelSaysIsMoreThanText() throws Exception {
        Document page = page(TRIAGE, 6);
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("*"))
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(one ->
                                one.getKey().startsWith("on") || one.getKey().equals("style")));
        assertThat(page.select(".name").get(1).text())
                .isEqualTo("</script><script>alert(1)</script> & 'x' \\u202eevil\\u001b[31m");
        assertThat(Files.readString(folder.resolve("report.html")))
                .doesNotContain("\u202E", "\u001B", "alert(2)</script>");
    }

    @Test
    void thePolicyLetsNothingInButItsOwnStyleAndScript() throws Exception {
        Document page = page(TRIAGE, 6);
        String policy =
                page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("style-src '" + hash(page.selectFirst("style").data()) + "'")
                .contains("script-src '" + hash(page.selectFirst("script").data()) + "'")
                .doesNotContain("unsafe", "http");
        assertThat(page.select("[src], link, iframe, object, embed, base")).isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
        assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import");
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void itCanBeReadByEverybody() throws IOException {
        Document page = page(TRIAGE, 6);
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .forEach(one -> assertThat(ids.add(one.id())).as(one.id()).isTrue());
        page.select("[aria-labelledby]").forEach(one -> assertThat(ids).contains(one.attr("aria-labelledby")));
        page.select("label").forEach(one -> assertThat(ids).contains(one.attr("for")));
        page.select("a[href]")
                .forEach(one -> assertThat(ids).contains(one.attr("href").substring(1)));
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("main, header, footer")).hasSize(3);
        assertThat(page.select("h1")).hasSize(1);
        // What needs the script is not shown without it, and nothing else is hidden.
        assertThat(page.select("[hidden]")).isEmpty();
        assertThat(page.select("button, input, select"))
                .allMatch(one -> one.hasClass("script") || one.closest(".script") != null);
    }

    @Test
    void severalModelsAreAMatrixThatLeadsToTheCases() throws IOException {
        try (Script server =
                new Script("{\"label\": \"positive\", \"urgency\": 1}", "{\"label\": \"positive\", \"urgency\": 7}")) {
            Path file = Files.writeString(folder.resolve("triage.prompt"), TRIAGE);
            Path html = folder.resolve("report.html");
            Cli.Ran ran = new Cli()
                    .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                    .with("OPENAI_BASE_URL", server.url())
                    .run(
                            "test",
                            file.toString(),
                            "--filter",
                            "asks",
                            "--live",
                            "--jobs",
                            "1",
                            "--model",
                            "one",
                            "--model",
                            "two",
                            "--report",
                            "html=" + html);
            assertThat(ran.code()).as(ran.err()).isEqualTo(1);
            Document page = Jsoup.parse(Files.readString(html));
            // Each with what its tests come to: the time is another one each time, and nobody knows the price.
            assertThat(page.select("thead th").eachText().toString())
                    .matches(
                            "\\[test, one 1 of 1 passed [\\d.]+ m?s cost unknown, two 0 of 1 passed [\\d.]+ m?s cost unknown]");
            assertThat(page.select(".case").eachAttr("data-usd")).containsExactly("", "");
            assertThat(page.select("dl div:last-child").text()).isEqualTo("cost unknown");
            assertThat(page.select("td a").eachText()).containsExactly("✓ passed", "✕ failed");
            assertThat(page.select("td a").eachAttr("href")).containsExactly("#case-0", "#case-1");
        }
    }

    @Test
    void costsAreSummedByModelAndWhatIsNotKnownIsNotLost() throws IOException {
        String good = "{\"label\": \"positive\", \"urgency\": 1}";
        try (Script server = new Script(good, good, good)) {
            Path file = Files.writeString(folder.resolve("triage.prompt"), TRIAGE);
            Path html = folder.resolve("report.html");
            new Cli()
                    .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                    .with("OPENAI_BASE_URL", server.url())
                    .run(
                            "test",
                            file.toString(),
                            "--filter",
                            "asks",
                            "--live",
                            "--jobs",
                            "1",
                            "--model",
                            "gpt-6-luna",
                            "--model",
                            "gpt-4o-mini",
                            "--model",
                            "two",
                            "--report",
                            "html=" + html);
            Document page = Jsoup.parse(Files.readString(html));
            // 10 and 5 tokens.
            assertThat(page.select(".case").eachAttr("data-usd")).containsExactly("0.0000035", "0.0000045", "");
            assertThat(page.select("thead .facts > :last-child").eachText())
                    .containsExactly("$0.0000035", "$0.0000045", "cost unknown");
            assertThat(page.select("dl div:last-child").text()).isEqualTo("cost at least $0.000008");
            assertThat(page.select(".case .facts [title=cost]").eachText())
                    .containsExactly("$0.0000035", "$0.0000045", "cost unknown");
        }
    }

    @Test
    void thousandsOfTestsAreOnePageOfBoundedSize() throws IOException {
        String reply = "x".repeat(4_000);
        Files.writeString(
                folder.resolve("rows.json"),
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "{\"text\": \"" + i + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        String prompt =
                "prompt many\n\ntype Case { text: string }\n\nvar text: untrusted string\n\nuser text\n\noutput text\n\n"
                        + "test \"each\" for row in rows(\"rows.json\": Case) {\n  text = row.text\n  reply \"" + reply
                        + "\"\n"
                        + "  expect text != \"7\"\n}\n";
        Document page = page(prompt, 1);
        assertThat(page.select(".case")).hasSize(3_000);
        assertThat(Files.size(folder.resolve("report.html"))).isLessThan(9_000_000);
        assertThat(page.select(".case").get(7).select("mark").text()).isEqualTo("text != \"7\"");
        assertThat(page.select(".case").get(2_999).text()).contains("Left out, since the page would be too large");
        // The one that failed is open, the others are not.
        assertThat(page.select(".case[open]")).hasSize(1);
    }
}
