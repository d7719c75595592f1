package dev.cuecard.data;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

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

    /** The text is no regular expression of this kind. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private Broken(PatternSyntaxException cause) {
            super(cause.getDescription(), cause);
        }
    }
}
