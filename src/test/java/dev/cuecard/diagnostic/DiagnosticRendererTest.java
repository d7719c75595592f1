package dev.cuecard.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The layout, case by case; what the style guide shows in full is in {@link WorkedExamplesTest}. */
class DiagnosticRendererTest {

    private static final DiagnosticRenderer PLAIN = DiagnosticRenderer.plain();

    @Test
    void aDiagnosticWithoutAPlaceHasItsFactsAtOnce() {
        Diagnostic diagnostic = Diagnostic.error(Code.P401, "no `.prompt` file below `prompts`")
                .note("looked in 3 folders")
                .help("name a file")
                .done();
        assertThat(PLAIN.render(diagnostic)).isEqualTo("""
                        error[P401]: no `.prompt` file below `prompts`
                          = note: looked in 3 folders
                          = help: name a file
                        """);
    }

    @Test
    void withoutFactsNothingFollowsTheCarets() {
        assertThat(shown("ab cd ef", "cd", "this")).isEqualTo("""
                        1 | ab cd ef
                          |    ^^ this
                        """);
    }

    @Test
    void aPlaceBetweenCharactersHasOneCaret() {
        Source source = new Source("a.prompt", "abc\ndef\n");
        assertThat(excerpt(Diagnostic.error(Code.P201, "m", source.span(3, 3), "here")
                        .done()))
                .isEqualTo("""
                        1 | abc
                          |    ^ here
                        """);
    }

    @Test
    void theEndOfAFileIsAPlace() {
        Source source = new Source("a.prompt", "abc\ndef\n");
        assertThat(PLAIN.render(Diagnostic.error(Code.P201, "m", source.span(8, 8), "here")
                        .done()))
                .isEqualTo("""
                        error[P201]: m
                         --> a.prompt:3:1
                          |
                        3 |
                          | ^ here
                        """);
        Source empty = new Source("b.prompt", "");
        assertThat(PLAIN.render(Diagnostic.error(Code.P201, "m", empty.span(0, 0), "here")
                        .done()))
                .isEqualTo("""
                        error[P201]: m
                         --> b.prompt:1:1
                          |
                        1 |
                          | ^ here
                        """);
    }

    @Test
    void aLineEndIsPointedAtBehindItsLine() {
        Source source = new Source("a.prompt", "abc\r\ndef\r\n");
        assertThat(excerpt(Diagnostic.error(Code.P201, "m", source.span(3, 5), "here")
                        .and(source.span(5, 10), "there")
                        .done()))
                .isEqualTo("""
                        1 | abc
                          |    ^ here
                        2 | def
                          | --- there
                        """);
    }

    @Test
    void labelsOfOneLineHangBelowIt() {
        Source source = new Source("a.prompt", "one(two, three)");
        Diagnostic diagnostic = Diagnostic.error(Code.P201, "m", source.span(4, 7), "the second")
                .and(source.span(9, 14), "the third")
                .and(source.span(0, 3), "the first")
                .done();
        assertThat(excerpt(diagnostic)).isEqualTo("""
                        1 | one(two, three)
                          | --- ^^^  ----- the third
                          | |   |
                          | |   the second
                          | the first
                        """);
    }

    @Test
    void labelsThatOverlapAllHangBelow() {
        Source source = new Source("a.prompt", "one(two, three)");
        Diagnostic diagnostic = Diagnostic.error(Code.P201, "m", source.span(4, 7), "inside")
                .and(source.span(0, 15), "around")
                .and(source.span(4, 7), "again")
                .done();
        assertThat(excerpt(diagnostic)).isEqualTo("""
                        1 | one(two, three)
                          | ----^^^--------
                          | |   |
                          | |   inside
                          | |   again
                          | around
                        """);
    }

    @Test
    void aSpanOfSeveralLinesShowsItsFirstAndItsLast() {
        Source source = new Source("a.prompt", "x [\n  1,\n  2,\n  3,\n  ] y\nz");
        int start = source.text().indexOf('[');
        int end = source.text().indexOf(']') + 1;
        assertThat(excerpt(Diagnostic.error(Code.P201, "m", source.span(start, end), "this list")
                        .done()))
                .isEqualTo("""
                        1 | x [
                          |   ^ this list
                        ...
                        5 |   ] y
                          |   ^ to here
                        """);
    }

    @Test
    void aSingleLineBetweenTwoIsShownAndMoreAreNot() {
        Source source = new Source("a.prompt", "l1\nl2\nl3\nl4\nl5\nl6\nl7\nl8\nl9\nl10\n");
        Diagnostic diagnostic = Diagnostic.error(Code.P201, "m", line(source, 4), "four")
                .and(line(source, 1), "one")
                .and(line(source, 6), "six")
                .and(line(source, 10), "ten")
                .note("n")
                .done();
        assertThat(PLAIN.render(diagnostic)).isEqualTo("""
                        error[P201]: m
                          --> a.prompt:4:1
                           |
                         1 | l1
                           | -- one
                        ...
                         4 | l4
                           | ^^ four
                         5 | l5
                         6 | l6
                           | -- six
                        ...
                        10 | l10
                           | --- ten
                           |
                           = note: n
                        """);
    }

    @Test
    void otherSourcesFollowInTheOrderOfTheirLabels() {
        Source a = new Source("a.prompt", "aaa\n");
        Source b = new Source("b.prompt", "\nbbb\n");
        Source c = new Source("c.prompt", "ccc\n");
        Diagnostic diagnostic = Diagnostic.error(Code.P201, "m", a.span(0, 3), "a")
                .and(c.span(0, 1), "c")
                .and(b.span(1, 4), "b")
                .and(c.span(2, 3), "c again")
                .done();
        assertThat(PLAIN.render(diagnostic)).isEqualTo("""
                        error[P201]: m
                         --> a.prompt:1:1
                          |
                        1 | aaa
                          | ^^^ a
                          |
                         ::: c.prompt:1:1
                          |
                        1 | ccc
                          | - - c again
                          | |
                          | c
                          |
                         ::: b.prompt:2:1
                          |
                        2 | bbb
                          | --- b
                        """);
    }

    @Test
    void wideCharactersTakeTwoColumnsAndCountAsOne() {
        Source source = new Source("a.prompt", "价格 = 🎉 + nm");
        int at = source.text().indexOf("nm");
        assertThat(PLAIN.render(Diagnostic.error(Code.P201, "m", source.span(at, at + 2), "here")
                        .and(source.span(0, 2), "wide")
                        .done()))
                .isEqualTo("""
                        error[P201]: m
                         --> a.prompt:1:10
                          |
                        1 | 价格 = 🎉 + nm
                          | ----        ^^ here
                          | |
                          | wide
                        """);
    }

    @Test
    void marksTakeNoColumn() {
        assertThat(shown("e\u0301a\u0300x nm", "nm", "here")).isEqualTo("1 | e\u0301a\u0300x nm\n  |     ^^ here\n");
    }

    @Test
    void tabsAreFourBlanks() {
        assertThat(shown("\tif\tnm", "nm", "here")).isEqualTo("1 |     if    nm\n  |           ^^ here\n");
        assertThat(shown("a\tb", "\t", "a tab")).isEqualTo("1 | a    b\n  |  ^^^^ a tab\n");
    }

    @Test
    void hiddenCharactersShow() {
        assertThat(shown("a\u0000b\u001b[31mc\u202ed\re nm", "nm", "here")).isEqualTo("""
                        1 | a\\u0000b\\u001b[31mc\\u202ed\\re nm
                          |                               ^^ here
                        """);
        assertThat(shown("a\u202eb", "\u202e", "hidden")).isEqualTo("1 | a\\u202eb\n  |  ^^^^^^ hidden\n");
    }

    @Test
    void aLongLineIsCutAroundItsLabels() {
        String line = "a".repeat(1000) + " nm " + "b".repeat(1000) + " end " + "c".repeat(50);
        Source source = new Source("a.prompt", line);
        int name = line.indexOf("nm");
        int end = line.indexOf("end");
        Diagnostic diagnostic = Diagnostic.error(Code.P201, "m", source.span(name, name + 2), "here")
                .and(source.span(end, end + 3), "there")
                .done();
        assertThat(PLAIN.render(diagnostic))
                .isEqualTo("error[P201]: m\n --> a.prompt:1:1002\n  |\n"
                        + "1 | …" + "a".repeat(39) + " nm " + "b".repeat(39) + "…" + "b".repeat(39) + " end "
                        + "c".repeat(39) + "…\n"
                        + "  | " + " ".repeat(41) + "^^" + " ".repeat(81) + "--- there\n"
                        + "  | " + " ".repeat(41) + "|\n"
                        + "  | " + " ".repeat(41) + "here\n");
    }

    @Test
    void aLongSpanIsCutInItsMiddle() {
        String line = "x: \"" + "y".repeat(500) + "\"";
        Source source = new Source("a.prompt", line);
        assertThat(excerpt(Diagnostic.error(Code.P201, "m", source.span(3, line.length()), "long")
                        .done()))
                .isEqualTo("1 | x: \"" + "y".repeat(39) + "…" + "y".repeat(39) + "\"\n  |    " + "^".repeat(81)
                        + " long\n");
    }

    @Test
    void aLongLineOfWideCharactersIsCutByColumns() {
        String line = "价".repeat(500) + "nm" + "😀".repeat(500);
        Source source = new Source("a.prompt", line);
        assertThat(excerpt(Diagnostic.error(Code.P201, "m", source.span(500, 502), "here")
                        .done()))
                .isEqualTo(
                        "1 | …" + "价".repeat(20) + "nm" + "😀".repeat(20) + "…\n  | " + " ".repeat(41) + "^^ here\n");
    }

    @Test
    void whatATextSaysCannotBreakTheLayout() {
        Source source = new Source("a\nb.prompt", "x");
        Diagnostic diagnostic = Diagnostic.error(Code.P201, "m\n\u001b[0m", source.span(0, 1), "l\nm")
                .note("one\ntwo\u0007")
                .help("three\nfour")
                .done();
        assertThat(PLAIN.render(diagnostic)).isEqualTo("""
                        error[P201]: m\\n\\u001b[0m
                         --> a\\nb.prompt:1:1
                          |
                        1 | x
                          | ^ l\\nm
                          |
                          = note: one
                                  two\\u0007
                          = help: three
                                  four
                        """);
    }

    @Test
    void severalAreSortedAndCounted() {
        Source source = new Source("a.prompt", "ab");
        Diagnostic first =
                Diagnostic.warning(Code.P202, "first", source.span(0, 1), "a").done();
        Diagnostic second =
                Diagnostic.error(Code.P201, "second", source.span(1, 2), "b").done();
        assertThat(PLAIN.render(List.of(second, first))).isEqualTo("""
                        warning[P202]: first
                         --> a.prompt:1:1
                          |
                        1 | ab
                          | ^ a

                        error[P201]: second
                         --> a.prompt:1:2
                          |
                        1 | ab
                          |  ^ b

                        1 error, 1 warning in a.prompt
                        """);
        assertThat(PLAIN.render(List.of())).isEmpty();
    }

    @Test
    void theCountNamesTheFileOrHowMany() {
        Source a = new Source("a.prompt", "ab");
        Source b = new Source("b.prompt", "ab");
        Diagnostic inA = Diagnostic.error(Code.P201, "m", a.span(0, 1), "x").done();
        Diagnostic inB = Diagnostic.warning(Code.P201, "m", b.span(0, 1), "x").done();
        Diagnostic nowhere = Diagnostic.error(Code.P401, "m").done();
        assertThat(DiagnosticRenderer.count(List.of(inA))).isEqualTo("1 error in a.prompt");
        assertThat(DiagnosticRenderer.count(List.of(inB, inB))).isEqualTo("2 warnings in b.prompt");
        assertThat(DiagnosticRenderer.count(List.of(inA, inB, inA))).isEqualTo("2 errors, 1 warning in 2 files");
        assertThat(DiagnosticRenderer.count(List.of(nowhere))).isEqualTo("1 error");
        assertThat(DiagnosticRenderer.count(List.of(nowhere, inA))).isEqualTo("2 errors in a.prompt");
    }

    @Test
    void coloursAreAllThatIsAdded() {
        Source a = new Source("a.prompt", "one(two, three)\n\n\n\nx");
        Source b = new Source("b.prompt", "other");
        Diagnostic diagnostic = Diagnostic.warning(Code.P201, "m", a.span(4, 7), "second")
                .and(a.span(9, 14), "third")
                .and(a.span(0, 3), "first")
                .and(a.span(19, 20), "last")
                .and(b.span(0, 5), "other")
                .note("n")
                .help("h")
                .done();
        String coloured = DiagnosticRenderer.coloured().render(List.of(diagnostic));
        assertThat(coloured)
                .contains("\u001b[1;33mwarning[P201]\u001b[0m\u001b[1m: m\u001b[0m\n")
                .contains("\u001b[1;34m1 |\u001b[0m one(two, three)\n")
                .contains("\u001b[1;33m^^^\u001b[0m")
                .contains("\u001b[1;34m-----\u001b[0m \u001b[1;34mthird\u001b[0m\n");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(PLAIN.render(List.of(diagnostic)));
    }

    private static String shown(String line, String what, String label) {
        Source source = new Source("a.prompt", line);
        int at = line.indexOf(what);
        return excerpt(Diagnostic.error(Code.P201, "m", source.span(at, at + what.length()), label)
                .done());
    }

    private static Span line(Source source, int line) {
        int start = source.lineStart(line);
        return source.span(start, start + source.lineText(line).length());
    }

    /** What follows the message, the place and the first empty line of the gutter. */
    private static String excerpt(Diagnostic diagnostic) {
        return PLAIN.render(diagnostic).replaceFirst("(?s)^.*? -->[^\n]*\n *\\|\n", "");
    }
}
