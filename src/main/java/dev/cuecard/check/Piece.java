package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a checked text, its white space settled: what is left is to put the values in. */
public sealed interface Piece {

    /** What a visitor answers for each kind. */
    interface Visitor<R extends @Nullable Object> {
        /** Text as it goes out. */
        R literal(Literal piece);

        /** A value to insert. */
        R print(Print piece);

        /** The first branch whose condition holds. */
        R choice(If piece);

        /** Pieces for each item of a list. */
        R loop(For piece);

        /** Sets a slot, and prints nothing. */
        R let(Let piece);
    }

    /** Has the visitor answer. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** Text as it goes out. */
    record Literal(String text) implements Piece {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** A value; {@code indent} stands before its further lines that are not empty, and is empty where that is not so. */
    record Print(Span span, Expr value, String indent) implements Piece {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.print(this);
        }
    }

    /** The first branch whose condition holds, else {@code otherwise}. */
    record If(Span span, List<Branch> branches, List<Piece> otherwise) implements Piece {
        /** A condition and its text. */
        public record Branch(Expr condition, List<Piece> body) {}

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /**
     * The body once for each item, {@code empty} for none.
     *
     * @param item the slot of the item
     * @param index the slot of its number from 0, or -1 when no name asks for it
     * @param loop the slot of {@code loop}: {@code {"index": 1, "first": true, "last": false, "length": 3}}
     */
    record For(Span span, int item, int index, int loop, Expr list, List<Piece> body, List<Piece> empty)
            implements Piece {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** Sets a slot. */
    record Let(Span span, int slot, Expr value) implements Piece {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.let(this);
        }
    }
}
