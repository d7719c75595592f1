package dev.cuecard.syntax.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts of a prompt are shown as. */
class HighlighterTest {

    /** The parts as {@code style:text}. */
    private static List<String> parts(String text) {
        return Highlighter.of(text).stream()
                .map(part -> part.style().name().toLowerCase(Locale.ROOT) + ":"
                        + text.substring(part.start(), part.end()).replace("\n", "⏎"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            prompt sentiment                        | declaration:prompt
            model "gpt" { temperature = 0.2 }       | declaration:model, string:"gpt", key:temperature, number:0.2
            type Label = "a" ¦ Other ¦ null         | declaration:type, string:"a", type:Other, keyword:null
            type X { in: string(..80) b?: Y[] }     | declaration:type, key:in, type:string, number:80, key:b, type:Y
            type X { a: map<Y>, "c-d": (A ¦ B)? }   | declaration:type, key:a, type:map, type:Y, string:"c-d", type:A, type:B
            var x: untrusted string = "a" ¦ upper   | declaration:var, keyword:untrusted, type:string, string:"a", filter:upper
            var rate: common.Label                  | declaration:var, type:common, type:Label
            let n = x.length + 1 if y else zero     | declaration:let, number:1, keyword:if, keyword:else
            let n = range(0, 3)                     | declaration:let, function:range, number:0, number:3
            role alice = user "alice"               | declaration:role, role:alice, role:user, string:"alice"
            alice "hello"                           | role:alice, string:"hello"
            user "Hi {{ name ¦ upper }}!"           | role:user, string:"Hi , tag:{{, filter:upper, tag:}}, string:!"
            user shape(Label)                       | role:user, function:shape, type:Label
            tool(strict) f(a: date, b = 3): Weather | declaration:tool, keyword:strict, type:date, number:3, type:Weather
            template t(a: string) "x"               | declaration:template, type:string, string:"x"
            output json { label: Label }            | declaration:output, keyword:json, key:label, type:Label
            output json(strict) Label reask 2       | declaration:output, keyword:json, keyword:strict, type:Label, keyword:reask, number:2
            import { A as B } from "a.prompt"       | declaration:import, keyword:as, keyword:from, string:"a.prompt"
            test "t" repeat 3 pass 2 { a = 1 }      | declaration:test, string:"t", keyword:repeat, number:3, keyword:pass, number:2, number:1
            for x in xs { user x }                  | keyword:for, keyword:in, role:user
            assistant { label: x } ¦ json           | role:assistant, key:label, filter:json
            let x = [user "a", alice "b"]           | declaration:let, role:user, string:"a", role:alice, string:"b"
            let a = x.end ?? y.type                 | declaration:let
            let a = b && c                          | declaration:let, error:&&
            let a = 01 // why                       | declaration:let, error:01, comment:// why
            """)
    void eachWordIsWhatItIs(String text, String expected) {
        String typed = text.strip().replace('¦', '|');
        assertThat(String.join(", ", parts(typed))).isEqualTo(expected.strip());
    }

    @Test
    void offsetsAreRightAfterWideCharacters() {
        assertThat(parts("user \"😀👩‍👩‍👧 日本\" // 😀 x"))
                .containsExactly("role:user", "string:\"😀👩‍👩‍👧 日本\"", "comment:// 😀 x");
    }

    @Test
    void textBlocksTagsAndDocumentation() {
        assertThat(parts("/// What it is.\nvar x: string\n\nuser \"\"\"\n  Hi {{ if x }}\n  a\n  \"\"\"\n"))
                .containsExactly(
                        "doc:/// What it is.",
                        "declaration:var",
                        "type:string",
                        "role:user",
                        "text_block:\"\"\"",
                        "text_block:  Hi ",
                        "tag:{{",
                        "keyword:if",
                        "tag:}}",
                        "text_block:⏎  a⏎  \"\"\"");
    }

    @Test
    void whatIsNotYetClosedIsNotWrong() {
        assertThat(parts("user \"\"\"\n  Hello {{ na"))
                .doesNotContain("error:\"\"\"")
                .noneMatch(part -> part.startsWith("error"));
        assertThat(parts("user \"Hello")).containsExactly("role:user", "string:\"Hello");
        assertThat(parts("output json {\n  a: ")).containsExactly("declaration:output", "keyword:json", "key:a");
    }

    @Test
    void nothingOfTheTextIsLostInColours() {
        String text = "user \"\"\"\n  😀 {{ a }}\n  \"\"\"\nlet x = 1 // c\n";
        assertThat(Highlighter.paint(text).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text);
        assertThat(Highlighter.paint(text).lines())
                .allSatisfy(line -> assertThat(line.split("\u001b\\[0m", -1).length)
                        .isEqualTo(line.split("\u001b\\[(?!0m)", -1).length));
    }

    @TestFactory
    Stream<DynamicTest> anyTextAndAnyCutOfItHasParts() throws IOException {
        try (Stream<Path> goldens = Files.walk(Path.of("src/test/golden"));
                Stream<Path> gallery = Files.walk(Path.of("prompts"))) {
            Stream<Path> files = Stream.concat(goldens, gallery);
            return files.filter(file -> file.toString().endsWith(".prompt")).sorted().toList().stream()
                    .map(file -> dynamicTest(file.toString(), () -> {
                        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                        int step = 1 + text.length() / 150;
                        for (int at = 0; at < text.length(); at += step) {
                            isSound(text.substring(0, at));
                            isSound(text.substring(at));
                            isSound(text.substring(0, at) + text.substring(at + 1));
                        }
                    }));
        }
    }

    private static void isSound(String text) {
        int end = 0;
        for (Styled part : Highlighter.of(text)) {
            assertThat(part.start()).as(text).isGreaterThanOrEqualTo(end);
            assertThat(part.end()).as(text).isGreaterThan(part.start()).isLessThanOrEqualTo(text.length());
            end = part.end();
        }
    }

    @Test
    void jsonHasKeysAndValues() {
        String json = "{\n  \"a\\\"b\": \"😀\",\n  \"n\": [-1.5e+3, true, nope],\n  \"cut\": \"off";
        assertThat(JsonHighlighter.of(json).stream()
                        .map(part -> part.style() + ":" + json.substring(part.start(), part.end())))
                .containsExactly(
                        "KEY:\"a\\\"b\"",
                        "STRING:\"😀\"",
                        "KEY:\"n\"",
                        "NUMBER:-1.5e+3",
                        "KEYWORD:true",
                        "ERROR:nope",
                        "KEY:\"cut\"",
                        "STRING:\"off");
        for (int at = 0; at <= json.length(); at++) {
            assertThat(JsonHighlighter.paint(json.substring(0, at)).replaceAll("\u001b\\[[0-9;]*m", ""))
                    .isEqualTo(json.substring(0, at));
        }
    }
}
