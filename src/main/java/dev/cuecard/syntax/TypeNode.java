package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as it is written. */
public sealed interface TypeNode extends Node {

    /** What a visitor answers for each kind. */
    interface Visitor<R> {
        /** A name: {@code string(1..80)}, {@code Label}, {@code common.Label}. */
        R named(Named type);

        /** {@code "a"}, {@code -1} or {@code true}. */
        R literal(Literal type);

        /** {@code T[]}. */
        R array(Array type);

        /** <code>{ a: T, b?: T }</code>. */
        R object(ObjectOf type);

        /** {@code map<T>}. */
        R map(Mapping type);

        /** {@code T?}. */
        R nullable(Nullish type);

        /** {@code A | B}. */
        R union(Union type);

        /** {@code schema("file.json")}. */
        R external(External type);
    }

    /** Has the visitor answer. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A built-in or declared name, perhaps restricted: {@code string(..80, '^[A-Z]+$')}, {@code common.Label},
     * {@code null}. Also what the language does not know, such as {@code list<T>}, whose arguments are kept for the
     * message.
     *
     * @param name the name
     * @param restrictions what stands in parentheses, or null without any
     * @param arguments what stands in angle or square brackets where no type takes any, empty otherwise
     */
    record Named(Span span, Path name, @Nullable List<Restriction> restrictions, List<TypeNode> arguments)
            implements TypeNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /** What restricts a type; exactly one of range and pattern is there, unless it is neither and {@code span} is wrong. */
    record Restriction(Span span, @Nullable Range range, Expression.@Nullable Text pattern) {}

    /**
     * {@code 1..5}, {@code ..80}, {@code 0..}, {@code 0<..<1}, or one number for both ends.
     *
     * @param min the lower bound, or null
     * @param minOpen whether the bound itself is out
     * @param max the upper bound, or null
     * @param maxOpen whether the bound itself is out
     */
    record Range(
            Span span,
            @Nullable BigDecimal min,
            boolean minOpen,
            @Nullable BigDecimal max,
            boolean maxOpen) {}

    /** A string, number (with its sign) or truth value as a type; {@code value} is an expression of that kind. */
    record Literal(Span span, Expression value) implements TypeNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** {@code T[](1..3)}; {@code size} is null without one. */
    record Array(Span span, TypeNode item, @Nullable Range size) implements TypeNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /** {@code { a: T, b?: T, ... }}; {@code open} is the span of the dots, or null. */
    record ObjectOf(
            Span span, List<FieldOf> fields, @Nullable Span open) implements TypeNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /** A field of an object; {@code optional} is the span of the question mark, or null. */
    record FieldOf(
            Span span,
            @Nullable Doc doc,
            Name name,
            @Nullable Span optional,
            TypeNode type) {}

    /** {@code map<T>}. */
    record Mapping(Span span, TypeNode value) implements TypeNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /** {@code T?}. */
    record Nullish(Span span, TypeNode type) implements TypeNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nullable(this);
        }
    }

    /** {@code A | B}. */
    record Union(Span span, List<Member> members) implements TypeNode {
        /** A branch and what documents it. */
        public record Member(Span span, @Nullable Doc doc, TypeNode type) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /** {@code schema("file.json")}. */
    record External(Span span, Expression.Text path) implements TypeNode {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.external(this);
        }
    }
}
