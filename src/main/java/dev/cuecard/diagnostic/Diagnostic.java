package dev.cuecard.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mistake, told once.
 *
 * @param severity whether it stops the next stage
 * @param code which mistake it is
 * @param message one line that is understood without the excerpt: lower case, no full stop, the user's words in
 *     back-quotes
 * @param primary the smallest text that is wrong, or null when the mistake stands in no text (a missing file, say)
 * @param secondary the other places of the story, in the order to tell them; may be in other sources
 * @param notes facts, each a line
 * @param help what to do, in words that can be pasted, or null
 */
public record Diagnostic(
        Severity severity,
        Code code,
        String message,
        @Nullable Label primary,
        List<Label> secondary,
        List<String> notes,
        @Nullable String help) {

    /** By source, then place, then code: the order in which a user reads them. Those without a place come first. */
    public static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing((Diagnostic d) ->
                    d.primary == null ? "" : d.primary.span().source().name())
            .thenComparingInt(d -> d.primary == null ? -1 : d.primary.span().start())
            .thenComparing(Diagnostic::code);

    /** Copies the lists. */
    public Diagnostic {
        secondary = List.copyOf(secondary);
        notes = List.copyOf(notes);
    }

    /** Begins an error at a place. */
    public static Builder error(Code code, String message, Span at, String label) {
        return new Builder(Severity.ERROR, code, message, new Label(at, label));
    }

    /** Begins an error that stands in no text. */
    public static Builder error(Code code, String message) {
        return new Builder(Severity.ERROR, code, message, null);
    }

    /** Begins a warning at a place. */
    public static Builder warning(Code code, String message, Span at, String label) {
        return new Builder(Severity.WARNING, code, message, new Label(at, label));
    }

    /** Begins a warning that stands in no text. */
    public static Builder warning(Code code, String message) {
        return new Builder(Severity.WARNING, code, message, null);
    }

    /** The same with one more fact at the end. */
    public Diagnostic withNote(String fact) {
        List<String> more = new ArrayList<>(notes);
        more.add(fact);
        return new Diagnostic(severity, code, message, primary, secondary, more, help);
    }

    /** The same with one more place of the story at the end. */
    public Diagnostic withPlace(Span at, String label) {
        List<Label> more = new ArrayList<>(secondary);
        more.add(new Label(at, label));
        return new Diagnostic(severity, code, message, primary, more, notes, help);
    }

    /** Whether it stops the next stage. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The gate between two stages: whether any of the findings stops the next one. */
    public static boolean stops(Iterable<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            if (finding.isError()) {
                return true;
            }
        }
        return false;
    }

    /** Collects the parts of a diagnostic; of one use only. */
    public static final class Builder {

        private final Severity severity;
        private final Code code;
        private final String message;
        private final @Nullable Label primary;
        private final List<Label> secondary = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private @Nullable String help;

        private Builder(Severity severity, Code code, String message, @Nullable Label primary) {
            this.severity = severity;
            this.code = code;
            this.message = message;
            this.primary = primary;
        }

        /** Adds another place of the story. */
        public Builder and(Span at, String label) {
            secondary.add(new Label(at, label));
            return this;
        }

        /** Adds a fact. */
        public Builder note(String fact) {
            notes.add(fact);
            return this;
        }

        /** Says what to do; null leaves it unsaid. */
        public Builder help(@Nullable String advice) {
            help = advice;
            return this;
        }

        /** The diagnostic. */
        public Diagnostic done() {
            return new Diagnostic(severity, code, message, primary, secondary, notes, help);
        }
    }
}
