package dev.cuecard.syntax.mistake;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/** What can be wrong with text that fits the grammar, which takes a little more than the language. */
public final class SyntaxErrors {

    private SyntaxErrors() {}

    /** Something else belongs here; {@code got} is null where the text itself shows it. */
    public static Diagnostic expected(Span at, String what, @Nullable String got) {
        String seen = got == null ? "`" + Shown.cut(at.text()) + "`" : got;
        return Diagnostic.error(Code.P001, "expected " + what + ", got " + seen, at, "not expected here")
                .done();
    }

    public static Diagnostic doubledComma(Span comma) {
        return Diagnostic.error(
                        Code.P001, "expected something between two commas", comma, "nothing stands before this comma")
                .help("remove one of the commas")
                .done();
    }

    public static Diagnostic keywordAsName(Span at, String what) {
        return Diagnostic.error(
                        Code.P011,
                        "`" + at.text() + "` is a word of the language and names no " + what,
                        at,
                        "not the name of a " + what)
                .note("any word may name a field, a key or a setting")
                .done();
    }

    public static Diagnostic escape(Span at) {
        return Diagnostic.error(Code.P012, "unknown escape `" + at.text() + "` in a string", at, "not an escape")
                .note(
                        "the escapes are `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, `\\u` with four hexadecimal"
                                + " digits, and `\\{{`")
                .help(
                        at.end() - at.start() > 1 && at.text().charAt(1) != 'u'
                                ? "write `\\" + at.text() + "` for a backslash, or put the text in single quotes"
                                : null)
                .done();
    }

    public static Diagnostic halfCharacter(Span at) {
        return Diagnostic.error(
                        Code.P012,
                        "`" + at.text() + "` is half of a character",
                        at,
                        "its other half does not stand beside it")
                .note("a character beyond U+FFFF takes two escapes, such as `\\uD83D\\uDE00`, or is written as it is")
                .done();
    }

    public static Diagnostic numberTooLarge(Span at) {
        return Diagnostic.error(
                        Code.P013,
                        "a number is too long or too large",
                        at.source().span(at.start(), Math.min(at.end(), at.start() + 40)),
                        "no number that can be used")
                .note("a number has at most 1,000 digits and an exponent from -9999 to 9999")
                .done();
    }

    public static Diagnostic equalsForColon(Span sign, String of) {
        return Diagnostic.error(Code.P022, "a " + of + " takes `:`, not `=`", sign, "`:` belongs here")
                .done();
    }

    public static Diagnostic colonForEquals(Span sign, String of) {
        return Diagnostic.error(Code.P022, article(of) + " takes `=`, not `:`", sign, "`=` belongs here")
                .done();
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    public static Diagnostic docOfNothing(Span at) {
        return Diagnostic.warning(
                        Code.P023,
                        "a `///` comment documents nothing",
                        at,
                        "nothing that can be documented begins below this")
                .note("`///` documents the declaration, field, parameter or union member below it")
                .help("make it a comment that only readers of this file see: `//`")
                .done();
    }

    public static Diagnostic nextLine(Span word, Span content) {
        return Diagnostic.error(
                        Code.P025,
                        "what `" + word.text() + "` takes does not begin on its line",
                        content,
                        "this stands on another line")
                .and(word, "the line it belongs to")
                .done();
    }

    public static Diagnostic notOnOwnLine(Span at) {
        return Diagnostic.error(
                        Code.P010,
                        "`" + Shown.cut(at.text()) + "` does not begin on a line of its own",
                        at,
                        "a line, or a brace, is missing before this")
                .done();
    }

    public static Diagnostic notCallable(Span at) {
        return Diagnostic.error(Code.P026, "only a name can be called", at, "not the name of a function or template")
                .done();
    }

    public static Diagnostic tagInPlain(Span tag) {
        return Diagnostic.error(Code.P027, "this text may not hold a tag", tag, "a tag")
                .note("what stands here is known before anything is rendered")
                .help("to mean the braces themselves, write `\\{{`")
                .done();
    }

    public static Diagnostic repeatedTrial(Span again, Span first) {
        return Diagnostic.error(Code.P029, "`" + word(again) + "` is given twice", again, "given again here")
                .and(first, "first given here")
                .done();
    }

    private static String word(Span span) {
        String text = span.text();
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }

    public static Diagnostic dotsNotLast(Span dots, Span field) {
        return Diagnostic.error(Code.P030, "`...` is not the last item of its type", dots, "it opens the whole type")
                .and(field, "a field after it")
                .help("move `...` to the end")
                .done();
    }
}
