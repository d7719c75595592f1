package dev.cuecard.syntax.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can stand at a place of a text, which is marked with a caret. */
class CursorTest {

    private static Cursor at(String marked) {
        int offset = marked.indexOf('^');
        return Cursor.at(marked.substring(0, offset) + marked.substring(offset + 1), offset);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ^                                   ; STATEMENT ;
            va^                                 ; STATEMENT ; va
            var x: string⏎us^                   ; STATEMENT ; us
            x = 1⏎^                             ; STATEMENT ;
            var ^                               ; NOTHING ;
            var x: ^                            ; INPUT_TYPE ;
            var x: untrusted st^                ; TYPE ; st
            var x: string = ^                   ; EXPRESSION ;
            type X = "a" | ^                    ; TYPE ;
            type X { a: ^ }                     ; TYPE ;
            type X { a: Y ^ }                   ; NOTHING ;
            type X { a: string(^                ; NOTHING ;
            type X { a: map<^                   ; TYPE ;
            type X { a: (^                      ; TYPE ;
            output ^                            ; OUTPUT_FORMAT ;
            output json ^                       ; TYPE ;
            output json { a: ^                  ; TYPE ;
            output json X ^                     ; WORD ;
            tool f(^                            ; NOTHING ;
            tool f(a: ^                         ; TYPE ;
            tool f(a: X): ^                     ; TYPE ;
            template t(a: X = ^                 ; EXPRESSION ;
            role alice = ^                      ; ROLE ;
            model ^                             ; MODEL_NAME ;
            model "gp^                          ; MODEL_TEXT ; gp
            model fast = "^"                    ; MODEL_TEXT ;
            model "gpt" {⏎  te^                 ; SETTING ; te
            model "gpt" { verbosity = ^         ; SETTING_VALUE ;
            model "gpt" { verbosity = "lo^      ; SETTING_TEXT ; lo
            model "gpt" { extra { ^             ; NOTHING ;
            import { A } ^                      ; WORD ;
            import { A } from "sh^              ; IMPORT_TEXT ; sh
            import "a/b^                        ; IMPORT_TEXT ; a/b
            user ^                              ; EXPRESSION ;
            user re^                            ; EXPRESSION ; re
            user review | ^                     ; FILTER ;
            user review | tr^                   ; FILTER ; tr
            user review ^                       ; OPERATOR ;
            user file("da^                      ; FILE_TEXT ; da
            user "Hello ^                       ; NOTHING ;
            user "Hello {{ ^                    ; TAG ;
            user "Hello {{ re^ }}"              ; TAG ; re
            user "Hello {{ if re^               ; EXPRESSION ; re
            user "Hello {{ x | ^                ; FILTER ;
            user \"""⏎  Hello {{ na^            ; TAG ; na
            user \"""⏎  Hello na^               ; NOTHING ; na
            system f(^                          ; EXPRESSION ;
            user shape(^                        ; TYPE ;
            if ^                                ; EXPRESSION ;
            if x { ^                            ; BLOCK_STATEMENT ;
            if x { user x } ^                   ; WORD ;
            for x ^                             ; WORD ;
            for x in ^                          ; EXPRESSION ;
            ensure ^                            ; CONDITION ;
            ensure output.a > 1 an^             ; OPERATOR ; an
            test "t" ^                          ; WORD ;
            test "t" repeat 3 ^                 ; WORD ;
            test "t" {⏎  ex^                    ; TEST_LINE ; ex
            test "t" {⏎  a = ^                  ; EXPRESSION ;
            test "t" {⏎  a = 1⏎  ^              ; TEST_LINE ;
            test "t" { recover ^                ; WORD ;
            test "t" { expect ^                 ; CONDITION ;
            test "t" { reply "{}" ^             ; WORD ;
            // co^                              ; NOTHING ; co
            /// do^                             ; NOTHING ; do
            let a = 12^                         ; NOTHING ; 12
            """)
    void placesAreKnown(String marked, String wanted, String prefix) {
        Cursor cursor = at(marked.strip().replace("⏎", "\n"));
        assertThat(cursor.wanted()).hasToString(wanted.strip());
        assertThat(cursor.prefix()).isEqualTo(prefix == null ? "" : prefix.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            output.^                            ; MEMBER ; output
            user output.re^                     ; MEMBER ; output
            user a?.b.^                         ; MEMBER ; a?.b
            let x = f(a[0].b.^                  ; MEMBER ; a[0].b
            let x = rows("a", b)[1].^           ; MEMBER ; rows("a", b)[1]
            user "{{ for e in xs }}{{ e.^       ; MEMBER ; e
            ensure output.label == ^            ; COMPARED ; output.label
            ensure output.label == "po^         ; COMPARED_TEXT ; output.label
            """)
    void subjectsAreKnown(String marked, String wanted, String subject) {
        Cursor cursor = at(marked.strip());
        assertThat(cursor.wanted()).hasToString(wanted.strip());
        assertThat(cursor.subject()).isEqualTo(subject.strip());
    }

    @Test
    void theWayToAValueIsKnown() {
        assertThat(at("examples = [{ te^").path()).containsExactly("examples", "[]");
        assertThat(at("examples = [{ text: \"a\", label: \"^").path()).containsExactly("examples", "[]", "label");
        assertThat(at("examples = [{ text: \"a\", label: \"^").wanted()).isEqualTo(Cursor.Wanted.VALUE_TEXT);
        assertThat(at("examples = [{ text: \"a\"\n  ^").wanted()).isEqualTo(Cursor.Wanted.KEY);
        assertThat(at("label = \"^").path()).containsExactly("label");
        assertThat(at("model \"gpt\" { verbosity = ^").path()).endsWith("verbosity");
    }

    @Test
    void loopsAreKnown() {
        assertThat(at("for e in examples {\n  for x, i in e.parts {\n user ^").loops())
                .containsExactly(new Cursor.Loop("x", "e.parts"), new Cursor.Loop("e", "examples"));
        assertThat(at("user \"{{ for e in a | sort }}{{ end }}{{ for f in b.c }}{{ ^")
                        .loops())
                .containsExactly(new Cursor.Loop("f", "b.c"));
    }

    static Stream<Path> files() throws Exception {
        try (Stream<Path> goldens = Files.walk(Path.of("src/test/golden"));
                Stream<Path> gallery = Files.walk(Path.of("prompts"))) {
            List<Path> all = Stream.concat(goldens, gallery)
                    .filter(file -> file.toString().endsWith(".prompt"))
                    .sorted()
                    .toList();
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPlaceOfEveryFileHasAnAnswer(Path file) throws Exception {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int step = 1 + text.length() / 200;
        for (int at = 0; at <= text.length(); at += step) {
            Cursor cursor = Cursor.at(text, at);
            assertThat(cursor.start() + cursor.prefix().length()).isEqualTo(at);
        }
    }
}
