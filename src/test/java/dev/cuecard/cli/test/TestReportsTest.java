package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.testing.report.JsonReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports say what happened, and nothing that a prompt or a model says breaks out of them. */
class TestReportsTest {

    @TempDir
    private Path folder;

    private String prompt;

    @BeforeEach
    void write() throws Exception {
        prompt = Files.writeString(folder.resolve("a.prompt"), """
                        prompt a
                        model "gpt-6-luna"
                        var text: string = "x"
                        user text
                        test "it holds" {
                          reply "yes"
                        }
                        test "]]> <b>&\\u0007 | `x` @all ::error::" {
                          reply "]]> <script>alert(1)</script> ``` ::error::gone %0A"
                          expect output == "no"
                        }
                        test "asks" {}
                        test "too few" repeat 20 rate 0.95 {
                          reply "yes"
                        }
                        """).toString();
    }

    private String report(String kind, int code) throws Exception {
        Path file = folder.resolve("reports/report." + kind);
        Cli.Ran ran = new Cli().run("test", prompt, "--report", kind + "=" + file);
        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
        return Files.readString(file);
    }

    @Test
    void surefireReadsTheJUnitReport() throws Exception {
        Path file = folder.resolve("reports/TEST-prompts.xml");
        assertThat(new Cli().run("test", prompt, "--report", "junit=" + file).code())
                .isEqualTo(6);
        List<ReportTestSuite> suites = new SurefireReportParser(
                        List.of(file.getParent().toFile()), new NullConsoleLogger())
                .parseXMLReportFiles();
        assertThat(suites).hasSize(1);
        ReportTestSuite suite = suites.get(0);
        assertThat(suite.getNumberOfTests()).isEqualTo(4);
        assertThat(suite.getNumberOfFailures()).isEqualTo(1);
        assertThat(suite.getNumberOfErrors()).isEqualTo(2);
        assertThat(suite.getTestCases())
                .extracting(ReportTestCase::getName)
                .containsExactly("it holds", "]]> <b>&\uFFFD | `x` @all ::error::", "asks", "too few");
        ReportTestCase failed = suite.getTestCases().get(1);
        assertThat(failed.hasFailure()).isTrue();
        assertThat(failed.getFailureMessage()).isEqualTo("an expectation does not hold");
        assertThat(failed.getFailureDetail()).contains("error[P601]", "<script>alert(1)</script>");
        assertThat(suite.getTestCases().get(2).getFailureType()).isEqualTo("recording");
    }

    @Test
    void theJsonReportKeepsItsSchema() throws Exception {
        Json report = json(report("json", 6));
        Json.Obj schema = (Json.Obj) json(JsonReport.schema());
        assertThat(Validator.compile(new GeneratedSchema(schema, Map.of(), Map.of(), Map.of()))
                        .validate(report))
                .isEmpty();
        Json.Obj object = (Json.Obj) report;
        assertThat(object.get("exit_codes")).hasToString("[6,1,7]");
        assertThat(object.get("counts"))
                .hasToString("{\"passed\":1,\"failed\":1,\"inconclusive\":1,\"error\":0,\"recording\":1,\"budget\":0,"
                        + "\"broken\":0,\"skipped\":0}");
    }

    private static Json json(String text) {
        return ((JsonReading.Parsed) JsonText.parse(new Source("report", text)))
                .document()
                .value();
    }

    @Test
    void theMarkdownReportIsTextWhateverAReplySays() throws Exception {
        String report = report("markdown", 6);
        assertThat(report)
                .startsWith("## Tests of prompts\n\n1 of 4 passed\n\n| file | test | verdict | runs | cost |\n")
                .contains(" | it holds | passed | 1 of 1 |  |\n")
                .contains("| &#93;&#93;&#62; &#60;b&#62;&#38;  &#124; &#96;x&#96; &#64;all ::error:: | failed |");
        // The reply holds a fence of three: the block around it has more.
        assertThat(report).contains("\n````\nerror[P601]");
    }

    @Test
    void annotationsStandAtThePromptsLinesAndNothingAddsOne() {
        Cli.Ran ran = new Cli().run("test", prompt, "--report", "github");
        assertThat(ran.out().lines())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).matches("::(error|warning) file=.*,line=[0-9]+,col=[0-9]+,.*::.+"));
        assertThat(ran.out())
                .contains("::error file=" + prompt + ",line=10,col=10,title=P601 in the test ")
                .contains("%250A")
                .contains("%3A%3Aerror%3A%3A");
    }

    @Test
    void aReportThatCannotBeWrittenIsToldAndAnUnknownKindToo() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        Cli.Ran ran = new Cli().run("test", prompt, "--report", "json=" + folder.resolve("file/report.json"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("error: cannot write the report");
        assertThat(new Cli().run("test", prompt, "--report", "pdf=x").code()).isEqualTo(2);
        assertThat(new Cli().run("test", prompt, "--report", "json").code()).isEqualTo(2);
    }
}
