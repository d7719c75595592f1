package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/** A line of a test. */
public sealed interface TestItem extends Node {

    /** What a visitor answers for each kind. */
    interface Visitor<R> {
        /** {@code review = "…"}. */
        R bind(Bind item);

        /** <code>stub weather = { celsius: 20 }</code>. */
        R stub(Stub item);

        /** {@code reply "…"}. */
        R reply(Reply item);

        /** {@code refusal "…"}. */
        R refusal(Refusal item);

        /** {@code recover all}. */
        R recover(Recover item);

        /** {@code expect expression}. */
        R expect(Expect item);
    }

    /** Has the visitor answer. */
    <R> R accept(Visitor<R> visitor);

    /** {@code review = "…"}; {@code history = […]} is one too. */
    record Bind(Span span, Name name, Expression value) implements TestItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bind(this);
        }
    }

    /** {@code stub weather = { celsius: 20 }}. */
    record Stub(Span span, Path tool, Expression value) implements TestItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stub(this);
        }
    }

    /** {@code reply "…" finish "length"}; {@code finish} is null when it is left out. */
    record Reply(Span span, Expression text, Expression.@Nullable Text finish) implements TestItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reply(this);
        }
    }

    /** {@code refusal "…"}. */
    record Refusal(Span span, Expression text) implements TestItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refusal(this);
        }
    }

    /** {@code recover all}. */
    record Recover(Span span, Name mode) implements TestItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.recover(this);
        }
    }

    /** {@code expect expression}. */
    record Expect(Span span, Expression condition) implements TestItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expect(this);
        }
    }
}
