package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text: literal text, or a tag. Tags stand flat, as they are written; that each {@code end} has its opener
 * is checked when meaning is given to them.
 */
public sealed interface TextPart extends Node {

    /** What a visitor answers for each kind. */
    interface Visitor<R> {
        /** Text between the tags. */
        R literal(Literal part);

        /** <code>{{ expression }}</code>, the only tag that prints. */
        R print(Print part);

        /** <code>{{ if a }}</code>. */
        R choice(If part);

        /** <code>{{ else if a }}</code>. */
        R elseIf(ElseIf part);

        /** <code>{{ else }}</code>, of a choice or of a loop. */
        R otherwise(Else part);

        /** <code>{{ for x, i in xs }}</code>. */
        R loop(For part);

        /** <code>{{ end }}</code>. */
        R end(End part);

        /** <code>{{ let x = … }}</code>. */
        R let(Let part);

        /** <code>{{ // comment }}</code>, or an empty tag. */
        R comment(Comment part);
    }

    /** Has the visitor answer. */
    <R> R accept(Visitor<R> visitor);

    /** The white space that a tag takes away: before it, after it, where a tilde stands beside its braces. */
    record Trim(boolean before, boolean after) {
        /** Takes nothing. */
        public static final Trim NONE = new Trim(false, false);
    }

    /** A part between two braces and two braces; its span includes them. */
    sealed interface Tag extends TextPart {
        /** What it takes away around itself. */
        Trim trim();
    }

    /** Text, escapes resolved, line ends LF. */
    record Literal(Span span, String text) implements TextPart {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** A value: <code>{{ expression }}</code>. */
    record Print(Span span, Trim trim, Expression value) implements Tag {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.print(this);
        }
    }

    /** <code>{{ if a }}</code>. */
    record If(Span span, Trim trim, Expression condition) implements Tag {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** <code>{{ else if a }}</code>. */
    record ElseIf(Span span, Trim trim, Expression condition) implements Tag {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.elseIf(this);
        }
    }

    /** <code>{{ else }}</code>. */
    record Else(Span span, Trim trim) implements Tag {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.otherwise(this);
        }
    }

    /** <code>{{ for x, i in xs }}</code>. */
    record For(Span span, Trim trim, Name item, @Nullable Name index, Expression list) implements Tag {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** <code>{{ end }}</code>. */
    record End(Span span, Trim trim) implements Tag {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.end(this);
        }
    }

    /** <code>{{ let x = … }}</code>. */
    record Let(Span span, Trim trim, Name name, Expression value) implements Tag {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.let(this);
        }
    }

    /** <code>{{ // comment }}</code>, and a tag with nothing in it but white space. */
    record Comment(Span span, Trim trim) implements Tag {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comment(this);
        }
    }
}
