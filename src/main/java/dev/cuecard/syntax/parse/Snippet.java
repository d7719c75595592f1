package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.PromptFile;
import java.util.List;

/** What a text is that is typed into a session rather than written into a file. */
public sealed interface Snippet {

    /** Blank space and comments. */
    record Nothing() implements Snippet {}

    /** Declarations and messages, with what is to be said of their text that is no mistake. */
    record Declared(PromptFile file, List<Diagnostic> findings) implements Snippet {
        /** Copies the list. */
        public Declared {
            findings = List.copyOf(findings);
        }
    }

    /** {@code name = value}. */
    record Bound(Name name, Expression value) implements Snippet {}

    /** An expression. */
    record Asked(Expression expression) implements Snippet {}

    /** It can go on, and without going on it means nothing; {@code findings} say why. */
    record Unfinished(List<Diagnostic> findings) implements Snippet {
        /** Copies the list. */
        public Unfinished {
            findings = List.copyOf(findings);
        }
    }

    /**
     * No further text can mend it.
     *
     * @param findings what is wrong
     * @param open whether a bracket or a text is still open at its end, so that further lines belong to it all the same
     */
    record Mistaken(List<Diagnostic> findings, boolean open) implements Snippet {
        /** Copies the list. */
        public Mistaken {
            findings = List.copyOf(findings);
        }
    }
}
