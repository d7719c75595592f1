package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.data.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known before the run is a constant of the checked prompt. */
class FoldingTest {

    private static Expr content(String text, Map<String, String> files) {
        Checked checked = Checks.check(text, new MemoryFiles(files));
        assertThat(Checks.shown(checked.findings())).isEmpty();
        List<Step> steps = checked.prompt().steps();
        return ((Step.Message) steps.get(steps.size() - 1)).content();
    }

    private static Json constant(String expression, Map<String, String> files) {
        Expr content = content(
                "prompt p\n\ntype Row = { a: string, n?: integer }\n\nsystem \"JSON\"\n\nuser " + expression
                        + "\n\noutput json { a: string }\n",
                files);
        assertThat(content).isInstanceOf(Expr.Const.class);
        return ((Expr.Const) content).value();
    }

    @Test
    void literals() {
        assertThat(constant("\"a\"", Map.of())).isEqualTo(Json.of("a"));
        assertThat(constant("{ a: [1, -2, true, null] }", Map.of())).hasToString("{\"a\":[1,-2,true,null]}");
    }

    @Test
    void blocksWithoutTags() {
        assertThat(constant("\"\"\"\n  a\n    b\n\n  \"\"\"", Map.of())).isEqualTo(Json.of("a\n  b\n"));
    }

    @Test
    void shapesAndSchemas() {
        assertThat(constant("shape()", Map.of())).isEqualTo(Json.of("{\n  a: string\n}"));
        assertThat(constant("shape(Row)", Map.of()).toString()).contains("n?: integer");
        assertThat(constant("json_schema()", Map.of()).toString()).contains("\\\"type\\\":\\\"object\\\"");
    }

    @Test
    void files() {
        assertThat(constant("file(\"a.txt\")", Map.of("a.txt", "one\r\ntwo\n\n")))
                .isEqualTo(Json.of("one\ntwo\n"));
    }

    @Test
    void rowsOfAllKinds() {
        String expected = "[{\"a\":\"x, y\",\"n\":1},{\"a\":\"z\"}]";
        Map<String, String> files = Map.of(
                "r.jsonl", "{\"a\": \"x, y\", \"n\": 1}\n\n{\"a\": \"z\"}\n",
                "r.json", "[{\"a\": \"x, y\", \"n\": 1}, {\"a\": \"z\"}]",
                "r.csv", "a,n\r\n\"x, y\",1\r\nz,\r\n");
        for (String file : files.keySet()) {
            Expr content = content(
                    "prompt p\ntype Row = { a: string, n?: integer }\nuser rows(\"" + file + "\": Row) | json\n",
                    files);
            Expr rows = ((Expr.Call) content).args().get(0);
            assertThat(((Expr.Const) rows).value().toString()).as(file).isEqualTo(expected);
        }
    }

    @Test
    void rowsThatDoNotFit() {
        Map<String, String> files = Map.of(
                "type.jsonl", "{\"a\": 1}\n",
                "broken.jsonl", "{\"a\": \"x\"}\n{",
                "object.json", "{\"a\": \"x\"}",
                "cells.csv", "a,n\nx\n",
                "quote.csv", "a\n\"x\n",
                "number.csv", "a,n\nx,y\n",
                "rows.txt", "x");
        Map<String, String> codes = Map.of(
                "type.jsonl", "P111",
                "broken.jsonl", "P110",
                "object.json", "P110",
                "cells.csv", "P110",
                "quote.csv", "P110",
                "number.csv", "P111",
                "rows.txt", "P110");
        codes.forEach((file, code) -> {
            Checked checked = Checks.check(
                    "prompt p\ntype Row = { a: string, n?: integer }\nuser rows(\"" + file + "\": Row) | json\n",
                    files);
            assertThat(checked.findings())
                    .as(file)
                    .extracting(d -> d.code().name())
                    .containsExactly(code);
        });
    }

    @Test
    void slotsAreEnough() {
        CheckedPrompt prompt = Checks.clean("""
                prompt p
                var xs: string[]
                let lines = "{{ for x, i in xs }}{{ let y = x }}{{ y }}{{ i }}{{ loop.index }}{{ end }}"
                for x, i in xs { user "{{ for y in xs }}{{ x }}{{ y }}{{ i }}{{ end }}" }
                user lines
                """);
        assertThat(prompt.frame()).isEqualTo(4);
    }
}
