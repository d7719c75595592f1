package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.text.Whitespace;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a value. */
public sealed interface Expression extends Node {

    /** What a visitor answers for each kind. */
    interface Visitor<R> {
        /** A string or a text block, in any quotes. */
        R text(Text expression);

        /** A number. */
        R num(Num expression);

        /** {@code true} or {@code false}. */
        R bool(Bool expression);

        /** {@code null}. */
        R nil(Null expression);

        /** {@code [a, ...more]}. */
        R list(ListOf expression);

        /** <code>{ name: value }</code>. */
        R object(ObjectOf expression);

        /** A name. */
        R ref(Ref expression);

        /** {@code x.y} or {@code x?.y}. */
        R field(Field expression);

        /** {@code x[key]}. */
        R index(Index expression);

        /** {@code x[1:3]}. */
        R slice(Slice expression);

        /** {@code f(x, name = y)}. */
        R call(Call expression);

        /** {@code x | name(args)}. */
        R filter(Filter expression);

        /** {@code -x} or {@code not x}. */
        R unary(Unary expression);

        /** {@code a + b} and its kind. */
        R binary(Binary expression);

        /** {@code a if c else b}. */
        R conditional(Conditional expression);

        /** {@code user "…"} in a list. */
        R message(MessageOf expression);
    }

    /** Has the visitor answer. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A string or a text block, as it is written: escapes are resolved in the parts, white space is not touched yet
     * (see {@link Whitespace}).
     *
     * @param span with its quotes
     * @param quote which quotes
     * @param parts literal text and tags, in their order; adjacent literals are one
     */
    record Text(Span span, Quote quote, List<TextPart> parts) implements Expression {
        /** Whether it holds no tag. */
        public boolean isPlain() {
            return parts.stream().allMatch(TextPart.Literal.class::isInstance);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** The four ways to quote a text. */
    enum Quote {
        /** {@code "…"}: escapes and tags. */
        STRING,
        /** {@code """}: a block with tags. */
        BLOCK,
        /** {@code '…'}: neither. */
        RAW,
        /** {@code '''}: a block with neither. */
        RAW_BLOCK;

        /** Whether its text stands on lines of its own. */
        public boolean isBlock() {
            return this == BLOCK || this == RAW_BLOCK;
        }
    }

    /** A number, never negative. */
    record Num(Span span, BigDecimal value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.num(this);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(Span span, boolean value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** {@code null}. */
    record Null(Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nil(this);
        }
    }

    /** {@code [a, ...more]}. */
    record ListOf(Span span, List<Item> items) implements Expression {
        /** An item; {@code spread} when three dots stand before it. */
        public record Item(Span span, boolean spread, Expression value) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.list(this);
        }
    }

    /** {@code { name: value }}. */
    record ObjectOf(Span span, List<Pair> pairs) implements Expression {
        /** A key, quoted or not, and its value. */
        public record Pair(Span span, Name key, Expression value) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /** A name: of a variable, or as a call's callee or argument of a function, template or type. */
    record Ref(Name name) implements Expression {
        @Override
        public Span span() {
            return name.span();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ref(this);
        }
    }

    /** {@code x.y}, or {@code x?.y} when {@code safe}. */
    record Field(Span span, Expression target, boolean safe, Name name) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.field(this);
        }
    }

    /** {@code x[key]}. */
    record Index(Span span, Expression target, Expression key) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.index(this);
        }
    }

    /** {@code x[1:3]}; either bound may be missing. */
    record Slice(
            Span span,
            Expression target,
            @Nullable Expression from,
            @Nullable Expression to) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.slice(this);
        }
    }

    /** An argument: {@code x}, {@code name = x}, or, for {@code rows}, {@code "cases.jsonl": Case}. */
    record Arg(
            Span span,
            @Nullable Name name,
            Expression value,
            @Nullable TypeNode type) {}

    /** {@code f(x, name = y)} or {@code common.f(x)}. */
    record Call(Span span, Path callee, List<Arg> args) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code x | name} or {@code x | name(args)}; {@code args} is null without parentheses. */
    record Filter(
            Span span,
            Expression target,
            Name name,
            @Nullable List<Arg> args) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** {@code -x} or {@code not x}. */
    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** The operators of one operand. */
    enum UnaryOperator {
        /** {@code -}. */
        MINUS,
        /** {@code not}. */
        NOT
    }

    /** {@code a + b} and its kind; {@code sign} is the span of the operator. */
    record Binary(Span span, Expression left, BinaryOperator operator, Span sign, Expression right)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** The operators of two operands. */
    enum BinaryOperator {
        /** Multiplies. */
        TIMES("*"),
        /** Divides. */
        DIVIDE("/"),
        /** The remainder. */
        REMAINDER("%"),
        /** Adds, or joins. */
        PLUS("+"),
        /** Subtracts. */
        MINUS("-"),
        /** The left, unless it is missing or null. */
        COALESCE("??"),
        /** Deeply equal. */
        EQUAL("=="),
        /** Not deeply equal. */
        NOT_EQUAL("!="),
        /** Less. */
        LESS("<"),
        /** Less or equal. */
        LESS_EQUAL("<="),
        /** Greater. */
        GREATER(">"),
        /** Greater or equal. */
        GREATER_EQUAL(">="),
        /** Item, key or part of. */
        IN("in"),
        /** Both. */
        AND("and"),
        /** Either. */
        OR("or");

        private final String sign;

        BinaryOperator(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        public String sign() {
            return sign;
        }
    }

    /** {@code a if c else b}. */
    record Conditional(Span span, Expression then, Expression condition, Expression otherwise) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /** {@code user "…"} as an item of a list: a turn of a conversation. */
    record MessageOf(Span span, Path role, Expression content) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.message(this);
        }
    }
}
