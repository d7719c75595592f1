package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Span;
import java.util.List;

/** Where the text does not fit the grammar, in words. */
final class ParseErrors {

    private ParseErrors() {}

    static Diagnostic expected(Span at, String what, String got) {
        return Diagnostic.error(Code.P001, "expected " + what + ", got " + got, at, "not expected here")
                .done();
    }

    static Diagnostic unexpected(Span at, String got, String after) {
        return Diagnostic.error(Code.P001, got + " does not belong after " + after, at, "not expected here")
                .done();
    }

    static Diagnostic notFinished(Span after, String word, String what, String next) {
        return Diagnostic.error(
                        Code.P024,
                        "`" + word + "` is not finished: expected " + what + " before " + next,
                        after,
                        "something is missing after this")
                .done();
    }

    static Diagnostic unknownWord(Span word, List<String> known, boolean test) {
        String nearest = Nearest.of(word.text(), known);
        Diagnostic.Builder found = Diagnostic.error(
                Code.P009,
                "`" + Shown.cut(word.text()) + "` begins no " + (test ? "line of a test" : "declaration or statement"),
                word,
                "not a word that a line begins with");
        if (nearest != null) {
            found.help("did you mean `" + nearest + "`?");
        } else {
            found.note("a line begins with one of " + quoted(Nearest.few(word.text(), known))
                    + ", or with a declared role");
        }
        return found.done();
    }

    private static String quoted(List<String> words) {
        return "`" + String.join("`, `", words) + "`";
    }

    static Diagnostic notFirst(Span word) {
        return Diagnostic.error(
                        Code.P010,
                        "`" + word.text() + "` does not begin on a line of its own",
                        word,
                        "begins a declaration or statement")
                .help("put it on the next line")
                .done();
    }

    static Diagnostic misplaced(Span word, String where) {
        return Diagnostic.error(
                        Code.P010, "`" + word.text() + "` stands where it has no meaning", word, "belongs " + where)
                .done();
    }

    static Diagnostic tagOutsideText(Span braces) {
        return Diagnostic.error(Code.P028, "`{{` stands outside text", braces, "a tag has a meaning only in a text")
                .note("a text stands in `\"…\"` or between `\"\"\"`, after a role such as `user`")
                .done();
    }

    static Diagnostic tooDeep(Span at) {
        return Diagnostic.error(Code.P008, "nested too deeply", at, "too many operators or brackets around this")
                .done();
    }
}
