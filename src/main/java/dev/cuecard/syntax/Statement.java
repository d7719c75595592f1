package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes messages. */
public sealed interface Statement extends Node {

    /** What a visitor answers for each kind. */
    interface Visitor<R> {
        /** {@code user "Hello!"}. */
        R message(Message statement);

        /** {@code history} or {@code history turns}. */
        R history(History statement);

        /** <code>if a { } else { }</code>. */
        R choice(If statement);

        /** <code>for x, i in xs { }</code>. */
        R loop(For statement);
    }

    /** Has the visitor answer. */
    <R> R accept(Visitor<R> visitor);

    /** {@code user "Hello!"}; the role may be a declared one, also of another file. */
    record Message(Span span, Path role, Expression content) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.message(this);
        }
    }

    /** {@code history} or {@code history turns}. */
    record History(Span span, Span word, @Nullable Expression turns) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.history(this);
        }
    }

    /** {@code if a { } else if b { } else { }}; {@code otherwise} is null without an {@code else}. */
    record If(Span span, List<Branch> branches, @Nullable List<Statement> otherwise) implements Statement {
        /** A condition and what it guards. */
        public record Branch(Span span, Expression condition, List<Statement> body) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** {@code for x, i in xs { }}. */
    record For(Span span, Name item, @Nullable Name index, Expression list, List<Statement> body) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }
}
