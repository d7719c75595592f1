package dev.cuecard.render.eval;

import static dev.cuecard.render.eval.Evaluations.MISSING;
import static dev.cuecard.render.eval.Evaluations.givesText;
import static dev.cuecard.render.eval.Evaluations.stops;
import static dev.cuecard.render.eval.Ir.AT;
import static dev.cuecard.render.eval.Ir.block;
import static dev.cuecard.render.eval.Ir.each;
import static dev.cuecard.render.eval.Ir.expr;
import static dev.cuecard.render.eval.Ir.field;
import static dev.cuecard.render.eval.Ir.local;
import static dev.cuecard.render.eval.Ir.num;
import static dev.cuecard.render.eval.Ir.obj;
import static dev.cuecard.render.eval.Ir.pieces;
import static dev.cuecard.render.eval.Ir.print;
import static dev.cuecard.render.eval.Ir.string;
import static dev.cuecard.render.eval.Ir.when;

import dev.cuecard.check.Piece;
import dev.cuecard.diagnostic.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts come to: how values are printed, and what becomes of their lines. */
class PrintedTextTest {

    @ParameterizedTest
    @CsvSource({
        "30, 30",
        "30.0, 30",
        "2.50, 2.5",
        "1e3, 1000",
        "1.5E+2, 150",
        "0.0000001, 0.0000001",
        "1e-7, 0.0000001",
        "-0.0, 0",
        "1e30, 1000000000000000000000000000000",
        "100, 100",
    })
    void numbersPrintInTheirShortestFormWithoutExponent(String digits, String text) {
        givesText(expr(num(digits)), text);
        givesText(expr(List.of(num(digits))), "[" + text + "]");
    }

    @Test
    void otherValuesPrintAsJson() {
        givesText(expr(true), "true");
        givesText(expr(List.of("a", 1, false)), "[\"a\",1,false]");
        givesText(expr(obj("b", "\n\"", "a", null)), "{\"b\":\"\\n\\\"\",\"a\":null}");
        givesText(expr("as it is: {{ x }} \\ & <"), "as it is: {{ x }} \\ & <");
    }

    @Test
    void aValueOfSeveralLinesHangsUnderItsIndent() {
        givesText(block("a:\n  ", print("1\n2\n\n3\r\n\r\n4", "  "), "\n"), "a:\n  1\n  2\n\n  3\r\n\r\n  4");
        givesText(block("  ", print("1\n2", ""), "\n"), "  1\n2");
        givesText(block("  ", print("1\n", "  "), "\n"), "  1\n");
    }

    @Test
    void theFinalNewlineOfTheBlockGoesAndThatOfAValueStays() {
        givesText(block("a\n"), "a");
        givesText(block("a\n\n"), "a\n");
        givesText(block("a\n", expr("b\n")), "a\nb\n");
        givesText(block("a\n", expr("")), "a");
        givesText(block(expr("a\n"), "\n"), "a\n");
        givesText(block(expr("a\n")), "a\n");
        givesText(block("a\n", when(true, pieces("b\n"), List.of())), "a\nb");
        givesText(string("a\n"), "a\n");
    }

    @Test
    void valuesAreNeverLookedAtAgain() {
        givesText(string("a ", expr("{{ b }} {{ end }} \"\"\"")), "a {{ b }} {{ end }} \"\"\"");
        givesText(string(expr(string(expr("{{ x }}")))), "{{ x }}");
    }

    @Test
    void loopsTellWhereTheyAre() {
        Piece loop = each(
                List.of("a", "b"),
                pieces(
                        local(0),
                        local(1),
                        field(local(2), "index"),
                        field(local(2), "length"),
                        field(local(2), "first"),
                        field(local(2), "last"),
                        ";"),
                List.of());
        givesText(string(loop), "a012truefalse;b122falsetrue;");
        givesText(string(each(List.of(), pieces("x"), pieces("none"))), "none");
    }

    @Test
    void letsInTextSetAVariable() {
        givesText(string(new Piece.Let(AT, 3, expr("x")), local(3)), "x");
    }

    @Test
    void printingWhatIsMissingIsAMistake() {
        stops(string(MISSING), Code.P410);
    }
}
