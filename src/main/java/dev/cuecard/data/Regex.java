package dev.cuecard.data;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cuecard.diagnostic.Quoted;

/**
 * A regular expression that takes time linear in the text it looks at. Look-around and back-references are not part of
 * it. Equal when the texts are.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">the syntax</a>
 */
public final class Regex {

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles a text.
     *
     * @throws Broken when it is no expression of this kind
     */
    public static Regex of(String text) throws Broken {
        try {
            return new Regex(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new Broken(e);
        }
    }

    /** As it was written. */
    public String text() {
        return pattern.pattern();
    }

    /** Whether a part of the text matches. */
    public boolean finds(String text) {
        return pattern.matcher(text).find();
    }

    /** The text with each part that matches replaced; the replacement is taken as it is. */
    public String replaceAll(String text, String replacement) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(replacement));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regex regex && text().equals(regex.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    /** The text is no regular expression of this kind; the message says why, as a part of a sentence. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private Broken(PatternSyntaxException cause) {
            super(why(cause.getDescription(), cause.getPattern() == null ? "" : cause.getPattern()), cause);
        }

        /** The library's words name Perl and other places where its users are not. */
        private static String why(String description, String part) {
            String shown = Quoted.of(part);
            if (part.matches("(?s)\\(\\?<?[=!].*")) {
                return "it looks around with " + Quoted.of(part.replaceFirst("(?s)^(\\(\\?<?[=!]).*", "$1"));
            } else if (part.matches("\\\\[1-9k]|\\(\\?P=?")) {
                return "it refers back with " + shown;
            }
            return switch (description) {
                case "missing closing )" -> "a `(` is never closed";
                case "missing closing ]" -> "a `[` is never closed";
                case "regexp/syntax: internal error" -> "a `)` closes nothing";
                case "trailing backslash at end of expression" -> "a backslash ends it";
                case "invalid escape sequence" -> "it has an unknown escape " + shown;
                case "invalid character class range" -> "it has an unknown set of characters " + shown;
                case "missing argument to repetition operator" -> "nothing stands before " + shown;
                case "invalid nested repetition operator" -> "two repetitions stand side by side, " + shown;
                case "invalid repeat count" -> "it repeats " + shown + ", and at most 1,000 times is possible";
                case "duplicate capture group name" -> "it has two groups " + shown;
                default -> "it has an unknown sign " + shown;
            };
        }
    }
}
