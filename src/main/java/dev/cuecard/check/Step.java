package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked statement. */
public sealed interface Step {

    /** What a visitor answers for each kind. */
    interface Visitor<R extends @Nullable Object> {
        /** A message to send, unless it renders to white space alone. */
        R message(Message step);

        /** The turns of a conversation. */
        R history(History step);

        /** The first branch whose condition holds. */
        R choice(If step);

        /** Steps for each item of a list. */
        R loop(For step);
    }

    /** Has the visitor answer. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /**
     * A message.
     *
     * @param span the statement
     * @param word its role, as it is written
     * @param parts whether the content is a list of parts rather than a text
     */
    record Message(Span span, Span word, Speaker speaker, Expr content, boolean parts) implements Step {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.message(this);
        }
    }

    /** The turns of a conversation. */
    record History(Span span, Expr turns) implements Step {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.history(this);
        }
    }

    /** The first branch whose condition holds, else {@code otherwise}. */
    record If(Span span, List<Branch> branches, List<Step> otherwise) implements Step {
        /** A condition and its messages. */
        public record Branch(Expr condition, List<Step> body) {}

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** The body once for each item; the index slot is -1 when no name asks for it. */
    record For(Span span, int item, int index, Expr list, List<Step> body) implements Step {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }
}
