package dev.cuecard.syntax.mistake;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the text does not fit the grammar, in words. */
public final class ParseErrors {

    /** What other languages call the things of this one. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("const", "let"),
            Map.entry("input", "var"),
            Map.entry("inputs", "var"),
            Map.entry("param", "var"),
            Map.entry("variable", "var"),
            Map.entry("def", "template"),
            Map.entry("function", "template"),
            Map.entry("macro", "template"),
            Map.entry("enum", "type"),
            Map.entry("interface", "type"),
            Map.entry("struct", "type"),
            Map.entry("class", "type"),
            Map.entry("include", "import"),
            Map.entry("use", "import"),
            Map.entry("assert", "ensure"),
            Map.entry("response", "output"),
            Map.entry("human", "user"),
            Map.entry("ai", "assistant"));

    private static final Map<String, String> ELSEWHERE_IN_TESTS =
            Map.of("assert", "expect", "check", "expect", "should", "expect", "mock", "stub", "response", "reply");

    private ParseErrors() {}

    public static Diagnostic expected(Span at, String what, String got) {
        return Diagnostic.error(Code.P001, "expected " + what + ", got " + got, at, "not expected here")
                .done();
    }

    /** A type in square brackets. */
    public static Diagnostic listType(Span bracket, String item) {
        return Diagnostic.error(Code.P001, "expected a type, got `[`", bracket, "not expected here")
                .help("write `" + Shown.cut(item) + "[]` for a list")
                .done();
    }

    public static Diagnostic unexpected(Span at, String got, String after) {
        return Diagnostic.error(Code.P001, got + " does not belong after " + after, at, "not expected here")
                .help(at.text().equals("..") ? "write `.`" : null)
                .done();
    }

    /** A condition in a test without the word that begins it. */
    public static Diagnostic withoutExpect(Span at, String name) {
        return Diagnostic.error(Code.P001, "expected `=`, got `==`", at, "a line that gives an input takes `=`")
                .help("write `expect " + name + " == …` for a condition")
                .done();
    }

    /** A type without the sign before it. */
    public static Diagnostic noColon(Span at, String name, String got) {
        String line = at.source().lineText(at.line());
        String type =
                line.substring(at.start() - at.source().lineStart(at.line())).strip();
        return Diagnostic.error(Code.P001, "expected `:`, got " + got, at, "not expected here")
                .help("write `" + Shown.cut(name + ": " + type) + "`")
                .done();
    }

    /** A word in the middle of a line that is nearly one of the language. */
    public static Diagnostic misspelt(Span word, String nearest) {
        return Diagnostic.error(
                        Code.P001,
                        "`" + Shown.cut(word.text()) + "` has no meaning here",
                        word,
                        "not a word that can stand here")
                .help("did you mean `" + nearest + "`?")
                .done();
    }

    public static Diagnostic notFinished(Span after, String word, String what, String next) {
        return Diagnostic.error(
                        Code.P024,
                        "`" + word + "` is not finished: expected " + what + " before " + next,
                        after,
                        "something is missing after this")
                .done();
    }

    public static Diagnostic signAfterWord(Span sign, String word) {
        return Diagnostic.error(
                        Code.P001,
                        "`" + sign.text() + "` does not belong after `" + word + "`",
                        sign,
                        "this makes the word before it the name of something")
                .help(sign.text().equals("..") ? "write `.`" : "remove the `" + sign.text() + "`")
                .done();
    }

    /** The word of the language that somebody meant, or null. */
    public static @Nullable String meant(String word, List<String> known, boolean test) {
        String foreign = test ? ELSEWHERE_IN_TESTS.get(word) : ELSEWHERE.get(word);
        return foreign != null ? foreign : Nearest.of(word, known);
    }

    public static Diagnostic unknownWord(Span word, List<String> known, boolean test) {
        String nearest = meant(word.text(), known, test);
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

    public static Diagnostic notFirst(Span word) {
        return Diagnostic.error(
                        Code.P010,
                        "`" + word.text() + "` does not begin on a line of its own",
                        word,
                        "begins a declaration or statement")
                .help("put it on the next line")
                .done();
    }

    public static Diagnostic misplaced(Span word, String where) {
        return Diagnostic.error(
                        Code.P010, "`" + word.text() + "` stands where it has no meaning", word, "belongs " + where)
                .done();
    }

    public static Diagnostic tagOutsideText(Span braces) {
        return Diagnostic.error(Code.P028, "`{{` stands outside text", braces, "a tag has a meaning only in a text")
                .note("a text stands in `\"…\"` or between `\"\"\"`, after a role such as `user`")
                .done();
    }

    public static Diagnostic tooDeep(Span at) {
        return Diagnostic.error(Code.P008, "nested too deeply", at, "too many operators or brackets around this")
                .done();
    }
}
