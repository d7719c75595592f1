package dev.cuecard.syntax.mistake;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.TextPart;

/** What can be wrong with a text as a whole. */
public final class TextErrors {

    private TextErrors() {}

    public static Diagnostic withoutEnd(TextPart.Tag tag) {
        String word = tag instanceof TextPart.For ? "for" : "if";
        return Diagnostic.error(
                        Code.P017,
                        "`{{ " + word + " }}` has no `{{ end }}`",
                        tag.span(),
                        "no tag of this text ends this")
                .help("add `{{ end }}` after what it governs")
                .done();
    }

    public static Diagnostic misspelledEnd(Span word, TextPart.Tag tag) {
        String opener = tag instanceof TextPart.For ? "for" : "if";
        return Diagnostic.error(
                        Code.P017, "`{{ " + opener + " }}` has no `{{ end }}`", word, "a value, not the end of a tag")
                .and(tag.span(), "the tag without an end")
                .help("did you mean `end`?")
                .done();
    }

    /** Plain text that was to be the end of a tag. */
    public static Diagnostic plainEnd(Span half, TextPart.Tag tag) {
        String word = tag instanceof TextPart.For ? "for" : "if";
        return Diagnostic.error(Code.P017, "`{{ " + word + " }}` has no `{{ end }}`", half, "plain text, not a tag")
                .and(tag.span(), "the tag without an end")
                .help("write `{{ end }}`")
                .done();
    }

    /** Plain text that was to be the tag which another one ends. */
    public static Diagnostic plainOpener(Span half, Span end) {
        String inside = half.text().replaceAll("^[^\\p{L}]+|[ \t~]*}+$", "");
        return Diagnostic.error(Code.P018, "`{{ end }}` ends nothing", half, "plain text, not a tag")
                .and(end, "no `if` or `for` is open here")
                .help("write `{{ " + Shown.cut(inside) + " }}`")
                .done();
    }

    public static Diagnostic endWithoutTag(Span tag) {
        return Diagnostic.error(Code.P018, "`{{ end }}` ends nothing", tag, "no `if` or `for` is open here")
                .done();
    }

    public static Diagnostic elseWithoutTag(Span tag) {
        return Diagnostic.error(Code.P018, "`{{ else }}` belongs to nothing", tag, "no `if` or `for` is open here")
                .done();
    }

    public static Diagnostic elseAfterElse(Span tag, Span first) {
        return Diagnostic.error(Code.P018, "a second `{{ else }}`", tag, "the other case is taken already")
                .and(first, "taken here")
                .done();
    }

    public static Diagnostic elseIfInFor(Span tag, Span loop) {
        return Diagnostic.error(
                        Code.P018, "`{{ else if }}` stands in a `{{ for }}`", tag, "only `{{ else }}` may stand here")
                .and(loop, "the loop it would belong to")
                .note("the `else` of a `for` is for an empty list")
                .done();
    }

    public static Diagnostic foreignEnd(Span word) {
        return Diagnostic.error(Code.P019, "`" + word.text() + "` is not the end of a tag here", word, "written `end`")
                .help("write `{{ end }}`")
                .done();
    }

    /**
     * Quotes that close a text block which was never opened.
     *
     * @param first what was found wrong first, since the text was not read as text
     * @param quotes the closing quotes
     */
    public static Diagnostic unopened(Diagnostic first, Span quotes) {
        Span at = first.primary() == null ? quotes : first.primary().span();
        boolean quote = first.code() == Code.P003 || first.code() == Code.P014;
        return Diagnostic.error(
                        Code.P032,
                        "a text block has no opening `" + quotes.text() + "`",
                        at,
                        quote ? "opens no text of several lines" : "stands in no quotes")
                .and(quotes, "nothing is open here that this could close")
                .help(
                        quote
                                ? "write `" + quotes.text() + "`"
                                : "write `" + quotes.text() + "` at the end of the line before the text")
                .done();
    }

    public static Diagnostic mixedIndentation(Span indentation) {
        return Diagnostic.error(
                        Code.P016,
                        "tabs and blanks are mixed in the indentation of a text block",
                        indentation,
                        "unlike the lines above it, or mixed itself")
                .note("the indentation common to all lines and the closing quotes is removed")
                .help("indent all lines of the block with blanks, or all with tabs")
                .done();
    }
}
