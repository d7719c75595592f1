package dev.cuecard.syntax.mistake;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import java.util.Map;

/** Habits of other languages, by name. */
public final class ForeignErrors {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("&&", "and"),
            Map.entry("||", "or"),
            Map.entry("!", "not"),
            Map.entry("===", "=="),
            Map.entry("!==", "!="),
            Map.entry("<>", "!="),
            Map.entry("=<", "<="),
            Map.entry(":=", "="),
            Map.entry("=>", ":"),
            Map.entry("->", ":"));

    private ForeignErrors() {}

    static Diagnostic sign(Span at) {
        String sign = at.text();
        if (sign.equals("-")) {
            return Diagnostic.error(
                            Code.P020, "white space beside a tag is taken away by `~`, not `-`", at, "written `~`")
                    .help("write `{{~` and `~}}`")
                    .done();
        } else if (sign.equals(";")) {
            return Diagnostic.error(Code.P020, "a line ends without `;`", at, "not a sign of the language")
                    .help("remove it")
                    .done();
        }
        String ours = sign.equals("->") && isBetweenNames(at) ? "." : SIGNS.get(sign);
        Diagnostic.Builder found =
                Diagnostic.error(Code.P020, "`" + sign + "` is not an operator here", at, "not a sign of the language");
        return found.help(ours == null ? null : "write `" + ours + "`").done();
    }

    /** Whether names stand on both sides of a sign, with no blank between. */
    private static boolean isBetweenNames(Span at) {
        String text = at.source().text();
        return at.start() > 0
                && at.end() < text.length()
                && Character.isLetterOrDigit(text.charAt(at.start() - 1))
                && Character.isLetter(text.charAt(at.end()));
    }

    /** An operator that is written otherwise. */
    public static Diagnostic operator(Span at, String ours) {
        return Diagnostic.error(
                        Code.P020, "`" + at.text() + "` is not an operator here", at, "not an operator of the language")
                .help("write `" + ours + "`")
                .done();
    }

    static Diagnostic elif(Span at) {
        return Diagnostic.error(Code.P020, "`" + at.text() + "` is written `else if` here", at, "two words here")
                .help("write `else if`")
                .done();
    }

    static Diagnostic tag(Span at) {
        String text = at.text();
        String inner = text.substring(2).replaceFirst("}}$", "").strip();
        Diagnostic.Builder found = Diagnostic.error(
                Code.P019, "`" + Shown.cut(text) + "` is a tag of another template language", at, "not a tag here");
        String argument = inner.replaceFirst("^\\S+\\s*", "");
        if (inner.startsWith("#each")) {
            found.help("write `{{ for item in " + (argument.isEmpty() ? "items" : argument) + " }} … {{ end }}`");
        } else if (inner.startsWith("#if")) {
            found.help("write `{{ if " + (argument.isEmpty() ? "condition" : argument) + " }} … {{ end }}`");
        } else if (inner.startsWith("#unless")) {
            found.help("write `{{ if not " + (argument.isEmpty() ? "condition" : argument) + " }} … {{ end }}`");
        } else if (inner.startsWith("/")) {
            found.help("write `{{ end }}`");
        } else if (inner.startsWith("!")) {
            found.help("write `{{ // comment }}`");
        } else if (inner.startsWith(">")) {
            found.note("text to call is declared with `template name(…)` and called as `{{ name(…) }}`");
        } else {
            found.note(
                    "the tags are `{{ expression }}`, `{{ if }}`, `{{ for }}`, `{{ else }}`, `{{ end }}` and `{{ let }}`");
        }
        return found.done();
    }
}
