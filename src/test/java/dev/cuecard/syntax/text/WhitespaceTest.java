package dev.cuecard.syntax.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Statement;
import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each case is written from a rule of the language: the text, and what is left of it. Tags show as they are written. */
class WhitespaceTest {

    @Nested
    class CommonIndentationGoes {

        @Test
        void theLeastOfItsLinesAndOfTheClosingQuotes() {
            assertSettles("""
                    user QQQ
                        four
                      two
                        QQQ""", "  four\ntwo\n");
            assertSettles("""
                    user QQQ
                        four
                      QQQ""", "  four\n");
            assertSettles("""
                    user QQQ
                    none
                      two
                      QQQ""", "none\n  two\n");
        }

        @Test
        void blankLinesAndInnerLinesOfTagsDoNotCount() {
            assertSettles("user QQQ\n    a\n \n\n    b\n    QQQ", "a\n\n\nb\n");
            assertSettles("user QQQ\n    a {{ f(\n x\n) }} b\n    c\n    QQQ", "a {{ f(\n x\n) }} b\nc\n");
        }

        @Test
        void aLineThatBeginsWithATagIsIndentedAsTheTagIs() {
            assertSettles("user QQQ\n    {{ a }}\n      b\n    QQQ", "{{ a }}\n  b\n");
        }

        @Test
        void tabsAreCountedAsTheyAre() {
            assertSettles("user QQQ\n\t\ta\n\tb\n\tQQQ", "\ta\nb\n");
        }

        @Test
        void trailingBlanksOfLinesGo() {
            assertSettles("user QQQ\n  a  \t\n  b {{ c }} \n  QQQ", "a\nb {{ c }}\n");
            assertSettles("user QQQ\n  a\r\n  b \r\n  QQQ", "a\nb\n");
        }

        @Test
        void rawBlocksTooButNoOneLineStrings() {
            assertSettles("user '''\n    a {{ b }}\n  c\n  '''", "  a {{ b }}\nc\n");
            assertSettles("user \"  a  \"", "  a  ");
        }

        @Test
        void anEmptyBlockIsEmpty() {
            assertSettles("user QQQ\n  QQQ", "");
            assertSettles("user QQQ\n\n  QQQ", "\n");
        }
    }

    @Nested
    class LinesOfSilentTagsGo {

        @Test
        void withTheirNewline() {
            assertSettles("user QQQ\n  a\n  {{ if x }}\n  b\n  {{ end }}\n  c\n  QQQ", "a\n{{ if x }}b\n{{ end }}c\n");
        }

        @Test
        void alsoSeveralTagsOnOneLineAndLetsAndComments() {
            assertSettles(
                    "user QQQ\n  {{ for x in y }}  {{ let z = x }} {{ // note }}\n  a\n  {{ end }}\n  QQQ",
                    "{{ for x in y }}{{ let z = x }}{{ // note }}a\n{{ end }}");
        }

        @Test
        void butNotALineThatPrintsOrHoldsText() {
            assertSettles(
                    "user QQQ\n  {{ if x }}{{ y }}{{ end }}\n  {{ if x }}.{{ end }}\n  QQQ",
                    "{{ if x }}{{ y }}{{ end }}\n{{ if x }}.{{ end }}\n");
        }

        @Test
        void aBlankLineStays() {
            assertSettles("user QQQ\n  {{ if x }}\n\n  a\n  {{ end }}\n  QQQ", "{{ if x }}\na\n{{ end }}");
        }
    }

    @Nested
    class TildesTakeWhiteSpace {

        @Test
        void allOfTheTextOnTheirSide() {
            assertSettles("user QQQ\n  a \n\n  {{~ b }} c\n  QQQ", "a{{~ b }} c\n");
            assertSettles("user QQQ\n  {{ a ~}}\n\n    b\n  QQQ", "{{ a ~}}b\n");
            assertSettles("user \"a {{~ b ~}} c\"", "a{{~ b ~}}c");
        }

        @Test
        void alsoOfTagsWhoseLineWent() {
            assertSettles(
                    "user QQQ\n  a\n  {{~ if x }}\n  b\n  {{ end ~}}\n  c\n  QQQ", "a{{~ if x }}b\n{{ end ~}}c\n");
        }

        @Test
        void upToTheNextTagOnly() {
            assertSettles("user QQQ\n  a {{ b }} {{~ c }}\n  QQQ", "a {{ b }}{{~ c }}\n");
        }

        @Test
        void escapedWhiteSpaceOfAStringIsText() {
            assertSettles("user \"a\\n {{~ b }}\"", "a{{~ b }}");
        }
    }

    @Nested
    class ValuesHangOnIndentedLines {

        @Test
        void aloneOrBesideSilentTags() {
            assertThat(indents("user QQQ\n  a:\n    {{ b }}\n  QQQ")).containsExactly("  ");
            assertThat(indents("user QQQ\n  a:\n    {{ if b }}{{ b }}{{ end }}\n  QQQ"))
                    .containsExactly("  ");
            assertThat(indents("user QQQ\n  {{ for b in c }}\n    {{ b }}\n  {{ end }}\n  QQQ"))
                    .containsExactly("  ");
        }

        @Test
        void notBesideTextOrAnotherValue() {
            assertThat(indents("user QQQ\n  a:\n    - {{ b }}\n    {{ c }}.\n    {{ d }} {{ e }}\n  QQQ"))
                    .containsExactly("", "", "", "");
        }

        @Test
        void notOnALineWithoutIndentation() {
            assertThat(indents("user QQQ\n  {{ a }}\n  QQQ")).containsExactly("");
            assertThat(indents("user \"  {{ a }}\"")).containsExactly("");
        }

        @Test
        void notWhereATildeJoinsTheLines() {
            assertThat(indents("user QQQ\n  a\n    {{~ b }}\n    {{ c ~}}\n  d\n  QQQ"))
                    .containsExactly("", "");
        }

        @Test
        void withTabsToo() {
            assertThat(indents("user QQQ\n\ta\n\t\t{{ b }}\n\tQQQ")).containsExactly("\t");
        }
    }

    private static void assertSettles(String prompt, String expected) {
        StringBuilder shown = new StringBuilder();
        for (Settled settled : settle(prompt)) {
            shown.append(
                    settled.part() instanceof TextPart.Literal literal
                            ? literal.text()
                            : settled.part().span().text());
        }
        assertThat(shown).hasToString(expected);
    }

    private static List<String> indents(String prompt) {
        return settle(prompt).stream()
                .filter(settled -> settled.part() instanceof TextPart.Print)
                .map(Settled::indent)
                .toList();
    }

    private static List<Settled> settle(String prompt) {
        Parsed parsed = PromptParser.parse(new Source("test.prompt", prompt.replace("QQQ", "\"\"\"") + "\n"));
        assertThat(parsed.findings()).isEmpty();
        Declaration.Says says = (Declaration.Says) parsed.file().declarations().get(0);
        Statement.Message message = (Statement.Message) says.statement();
        return Whitespace.settle((Expression.Text) message.content());
    }
}
