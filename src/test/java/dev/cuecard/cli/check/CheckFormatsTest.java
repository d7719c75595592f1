package dev.cuecard.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cuecard.cli.Cli;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.validate.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine formats of {@code check} hold, by the rules of those who read them. */
class CheckFormatsTest {

    private static final String TWICE = """
            prompt twice

            var name = "a"
            var name = "b"
            let 你 = nmae

            user "{{ name }}"
            """;

    private static final String VOUCHED = """
            prompt vouched

            var docs: untrusted string

            system "Know this: {{ docs | fence | trusted("our own wiki") }}"
            user "Hello!"
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("twice, 50% done.prompt"), TWICE);
        Files.writeString(folder.resolve("vouched.prompt"), VOUCHED);
        Files.writeString(folder.resolve("old.prompt"), "prompt old\n\nmodel \"gpt-4o\"\n\nuser \"Hello!\"\n");
        Files.writeString(folder.resolve("cuecard.json"), "{}");
    }

    private Cli.Ran check(String format, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("check", folder.toString(), "--format", format));
        arguments.addAll(List.of(more));
        return new Cli().run(arguments.toArray(String[]::new));
    }

    private static Json parse(String text) {
        JsonReading reading = JsonText.parse(new Source("stdout", text));
        assertThat(reading).as(text).isInstanceOf(JsonReading.Parsed.class);
        return ((JsonReading.Parsed) reading).document().value();
    }

    private static String resource(Class<?> near, String name) throws IOException {
        try (InputStream in = near.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Validator ofOurs() throws IOException {
        Map<String, Json> schema =
                new LinkedHashMap<>(((Json.Obj) parse(resource(CheckJson.class, "check.schema.json"))).members());
        schema.remove("$schema");
        return Validator.compile(new GeneratedSchema(new Json.Obj(schema), Map.of(), Map.of(), Map.of()));
    }

    @Test
    void jsonHasAllFieldsOfItsSchema() throws IOException {
        Cli.Ran ran = check("json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        Json.Obj report = (Json.Obj) parse(ran.out());
        assertThat(ofOurs().validate(report)).isEmpty();
        assertThat(report.get("files")).hasToString("3");
        assertThat(report.get("errors")).hasToString("2");
        assertThat(report.get("warnings")).hasToString("1");
        Json.Obj twice = finding(report, "P202");
        assertThat(twice.get("severity")).hasToString("\"error\"");
        assertThat(twice.get("message")).hasToString("\"`name` is declared twice\"");
        assertThat(twice.get("label")).hasToString("\"declared again here\"");
        assertThat(((Json.Obj) twice.get("place")).members())
                .containsEntry("line", Json.of(4))
                .containsEntry("column", Json.of(5))
                .containsEntry("end_line", Json.of(4))
                .containsEntry("end_column", Json.of(9));
        Json.Obj first = (Json.Obj) ((Json.Arr) twice.get("secondary")).items().get(0);
        assertThat(first.get("label")).hasToString("\"first declared here\"");
        assertThat(((Json.Obj) first.get("place")).get("line")).hasToString("3");
        assertThat(twice.get("help")).hasToString("\"remove one, or rename the second\"");
        // Columns count code points: what stands before the word is one of them.
        assertThat(((Json.Obj) finding(report, "P201").get("place")).get("column"))
                .hasToString("9");
        Json.Obj trusted = (Json.Obj) ((Json.Arr) report.get("trusted")).items().get(0);
        assertThat(trusted.get("reason")).hasToString("\"our own wiki\"");
        assertThat(((Json.Obj) trusted.get("place")).get("line")).hasToString("5");
    }

    private static Json.Obj finding(Json.Obj report, String code) {
        return ((Json.Arr) report.get("findings"))
                .items().stream()
                        .map(Json.Obj.class::cast)
                        .filter(finding -> Json.of(code).equals(finding.get("code")))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void theSchemaRefusesWhatNoReportHas() throws IOException {
        Json.Obj report = (Json.Obj) parse(check("json").out());
        for (String name : report.members().keySet()) {
            Map<String, Json> members = new LinkedHashMap<>(report.members());
            members.remove(name);
            assertThat(ofOurs().validate(new Json.Obj(members))).as(name).isNotEmpty();
        }
        Map<String, Json> more = new LinkedHashMap<>(report.members());
        more.put("more", Json.of(1));
        assertThat(ofOurs().validate(new Json.Obj(more))).isNotEmpty();
    }

    @Test
    void sarifIsReadByALibraryThatTakesNothingElse() throws IOException {
        Cli.Ran ran = check("sarif");
        assertThat(ran.err()).isEmpty();
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        SarifSchema210 sarif = mapper.readValue(ran.out(), SarifSchema210.class);
        assertThat(sarif.getVersion()).isEqualTo(SarifSchema210.Version._2_1_0);
        Run run = sarif.getRuns().get(0);
        assertThat(run.getColumnKind()).isEqualTo(Run.ColumnKind.UNICODE_CODE_POINTS);
        List<ReportingDescriptor> rules = List.copyOf(run.getTool().getDriver().getRules());
        assertThat(run.getResults())
                .hasSize(3)
                .allSatisfy(result ->
                        assertThat(rules.get(result.getRuleIndex()).getId()).isEqualTo(result.getRuleId()));
        Result twice = run.getResults().stream()
                .filter(result -> result.getRuleId().equals("P202"))
                .findFirst()
                .orElseThrow();
        assertThat(twice.getLevel()).isEqualTo(Result.Level.ERROR);
        assertThat(twice.getMessage().getText())
                .isEqualTo("`name` is declared twice: declared again here\nhelp: remove one, or rename the second");
        Location location = twice.getLocations().get(0);
        assertThat(location.getPhysicalLocation().getArtifactLocation().getUri())
                .startsWith("file:///")
                .endsWith("/twice,%2050%25%20done.prompt");
        Region region = location.getPhysicalLocation().getRegion();
        assertThat(List.of(region.getStartLine(), region.getStartColumn(), region.getEndLine(), region.getEndColumn()))
                .containsExactly(4, 5, 4, 9);
        assertThat(List.copyOf(twice.getRelatedLocations())
                        .get(0)
                        .getPhysicalLocation()
                        .getRegion()
                        .getStartLine())
                .isEqualTo(3);
    }

    @Test
    void sarifKeepsTheSchemaOfTheStandard() throws IOException {
        String schema = resource(SarifSchema210.class, "/schema/sarif-schema-2.1.0.json");
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        assertThat(registry.getSchema(schema).validate(check("sarif").out(), InputFormat.JSON))
                .isEmpty();
        Files.writeString(folder.resolve("cuecard.json"), "{\"redact\": \"a\"}");
        assertThat(registry.getSchema(schema).validate(check("sarif").out(), InputFormat.JSON))
                .isEmpty();
        assertThat(registry.getSchema(schema).validate("{\"version\": \"2.1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void githubEscapesWhatHasAMeaningForIt() {
        Cli.Ran ran = check("github");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .hasSize(3)
                .contains("::error file=" + folder + "/twice%2C 50%25 done.prompt,line=4,endLine=4,col=5,endColumn=9,"
                        + "title=P202%3A `name` is declared twice"
                        + "::`name` is declared twice: declared again here%0Ahelp: remove one, or rename the second")
                .anyMatch(line -> line.startsWith("::warning file=") && line.contains("title=P319%3A "));
    }

    @Test
    void withoutFindingsTheFormatsAreEmptyReports() throws IOException {
        Files.delete(folder.resolve("twice, 50% done.prompt"));
        Files.delete(folder.resolve("old.prompt"));
        assertThat(check("github").out()).isEmpty();
        assertThat(check("sarif").out()).contains("\"results\": []");
        assertThat(((Json.Obj) parse(check("json").out())).get("findings")).hasToString("[]");
        assertThat(check("json").code()).isZero();
    }

    @Test
    void peopleSeeWhereTextIsVouchedFor() {
        Cli.Ran ran = check("human");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("2 errors, 1 warning in 2 files\n")
                .endsWith("untrusted text is vouched for:\n  " + folder + "/vouched.prompt:5:23 `our own wiki`\n");
    }

    @Test
    void deniedWarningsCountInEveryFormat() throws IOException {
        Files.delete(folder.resolve("twice, 50% done.prompt"));
        for (CheckFormat format : CheckFormat.values()) {
            assertThat(check(format.name()).code()).isZero();
            assertThat(check(format.name(), "--deny", "warnings").code()).isEqualTo(1);
        }
    }
}
