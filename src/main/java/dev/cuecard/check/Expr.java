package dev.cuecard.check;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression.BinaryOperator;
import dev.cuecard.syntax.Expression.UnaryOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression: its names are bound, its types are right, what is known is folded into constants. Evaluating
 * one gives a JSON value, or nothing where a value is missing.
 */
public sealed interface Expr {

    /** What a visitor answers for each kind. */
    interface Visitor<R extends @Nullable Object> {
        /** A value that is known before the run. */
        R constant(Const expr);

        /** An input of the prompt. */
        R input(Input expr);

        /** A declared value, computed once a run. */
        R let(Let expr);

        /** A variable of a loop, a parameter, or a value that a text declares. */
        R local(Local expr);

        /** A name that the language gives, such as {@code output}. */
        R special(Special expr);

        /** A text with tags. */
        R text(Text expr);

        /** A list. */
        R list(ListOf expr);

        /** An object. */
        R object(ObjectOf expr);

        /** {@code x.y}, which may be missing. */
        R field(Field expr);

        /** {@code x[key]}, which may be missing. */
        R index(Index expr);

        /** {@code x[1:3]}. */
        R slice(Slice expr);

        /** A built-in function or filter. */
        R call(Call expr);

        /** A call of a template. */
        R template(TemplateCall expr);

        /** {@code xs | map(f)}. */
        R map(MapCall expr);

        /** A function or filter of the host. */
        R host(HostCall expr);

        /** {@code -x} or {@code not x}. */
        R unary(Unary expr);

        /** {@code a + b} and its kind. */
        R binary(Binary expr);

        /** {@code a if c else b}. */
        R conditional(Conditional expr);

        /** A turn of a conversation. */
        R message(MessageOf expr);
    }

    /** Has the visitor answer. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** The text it was checked from. */
    Span span();

    /** A value known before the run: literals, {@code shape()}, {@code file("…")}, {@code rows(…)}. */
    record Const(Span span, Json value) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** An input; missing where it is optional and not given. */
    record Input(Span span, CheckedInput input) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.input(this);
        }
    }

    /** A value computed once a run. */
    record Let(Span span, CheckedLet let) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.let(this);
        }
    }

    /** A variable of a loop, a parameter of a template or a {@code {{ let }}}; slots count from 0 in each frame. */
    record Local(Span span, String name, int slot) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.local(this);
        }
    }

    /** A name that the language gives: {@code output}, {@code reply}, {@code history}, {@code outcome} … */
    record Special(Span span, String name) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.special(this);
        }
    }

    /**
     * A text with tags; its white space is settled.
     *
     * @param block whether it is a text block, whose own final newline goes once its values are known
     */
    record Text(Span span, List<Piece> pieces, boolean block) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** A list. */
    record ListOf(Span span, List<Item> items) implements Expr {
        /** An item, or with {@code spread} a list whose items are meant. */
        public record Item(Expr value, boolean spread) {}

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.list(this);
        }
    }

    /** An object; a missing value leaves its member out. */
    record ObjectOf(Span span, List<Member> members) implements Expr {
        /** A member. */
        public record Member(String name, Expr value) {}

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /** A member of an object; missing when the object lacks it or is itself missing or null. */
    record Field(Span span, Expr target, String name) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.field(this);
        }
    }

    /** An item of a list, a member of an object or a code point of a string; missing when there is none. */
    record Index(Span span, Expr target, Expr key) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.index(this);
        }
    }

    /** A part of a list or a string, bounds as in Python: negative ones count from the end, none is out of range. */
    record Slice(
            Span span,
            Expr target,
            @Nullable Expr from,
            @Nullable Expr to) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.slice(this);
        }
    }

    /** A built-in filter or function; the filtered value is the first argument, those left out are null. */
    record Call(Span span, Builtin builtin, List<@Nullable Expr> args) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** A template; arguments in the order of its parameters, null where the default serves. */
    record TemplateCall(Span span, CheckedTemplate template, List<@Nullable Expr> args) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.template(this);
        }
    }

    /** {@code xs | map(f)}: {@code body} is evaluated for each item, which stands in {@code slot}. */
    record MapCall(Span span, Expr target, int slot, Expr body) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /** A function or filter of the host; arguments in the order of its parameters, those left out are null. */
    record HostCall(Span span, CheckedFunction function, List<@Nullable Expr> args) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.host(this);
        }
    }

    /** An operator of one operand. */
    record Unary(Span span, UnaryOperator operator, Expr operand) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /**
     * An operator of two operands. {@code and} and {@code or} give truth values and look at the right one only where it
     * counts; for {@code ==} a missing value is the same as null.
     */
    record Binary(Span span, Expr left, BinaryOperator operator, Span sign, Expr right) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code a if c else b}. */
    record Conditional(Span span, Expr then, Expr condition, Expr otherwise) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /** A turn of a conversation: {@code {"role": …, "content": …, "name": …}}. */
    record MessageOf(Span span, Speaker speaker, Expr content) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.message(this);
        }
    }
}
