package dev.cuecard.repl;

import dev.cuecard.Result;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a session says. Who shows it decides how; nothing of it has been printed. */
public sealed interface Said {

    /** What a visitor answers for each kind. */
    interface Visitor<R extends @Nullable Object> {
        R text(Text said);

        R value(Value said);

        R promptText(PromptText said);

        R findings(Findings said);

        R runEnded(RunEnded said);

        R notice(Notice said);

        R quit(Quit said);
    }

    /** Has the visitor answer. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** What was asked for, as lines to read; without a final newline. */
    record Text(String text) implements Said {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * A value: of an expression, or what a command gives as JSON.
     *
     * @param type its type as the language writes it, or null where it is no value of the language: a request, a schema
     */
    record Value(@Nullable String type, Json json) implements Said {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.value(this);
        }
    }

    /** Text of the language, to be highlighted where there are colours; without a final newline. */
    record PromptText(String text) implements Said {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.promptText(this);
        }
    }

    /** What is wrong, and warnings; sorted by place. */
    record Findings(List<Diagnostic> findings) implements Said {
        /** Copies the list. */
        public Findings {
            findings = List.copyOf(findings);
        }

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.findings(this);
        }
    }

    /** A run has ended; its findings are not among those said otherwise. */
    record RunEnded(Result result) implements Said {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.runEnded(this);
        }
    }

    /** What the session did, in one line or few; for the person, never for a program. */
    record Notice(String text) implements Said {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.notice(this);
        }
    }

    /** The person leaves. */
    record Quit() implements Said {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.quit(this);
        }
    }
}
