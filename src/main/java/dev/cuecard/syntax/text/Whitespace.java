package dev.cuecard.syntax.text;

import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TextPart;
import java.util.ArrayList;
import java.util.List;

/**
 * The white space of a text, as far as it does not depend on values. For a text block, in this order:
 *
 * <ol>
 *   <li>the indentation common to its lines that are not blank and to its closing quotes goes, and so do the blanks and
 *       tabs at the ends of lines;
 *   <li>a line that holds only tags that do not print goes, with its newline;
 *   <li>a tilde takes away all white space up to the next tag or text on its side;
 *   <li>a value that stands alone on an indented line, beside tags that do not print, is told that indentation.
 * </ol>
 *
 * <p>In a string of one line, only the tilde has a meaning. A newline at the end of a block is left in: whether it goes
 * depends on what is before it when values are there.
 */
public final class Whitespace {

    private Whitespace() {}

    /** The parts of a text in their order, with the white space that goes out. */
    public static List<Settled> settle(Expression.Text text) {
        if (!text.quote().isBlock()) {
            return settled(Trimming.trim(pieces(text)), false);
        }
        List<TextLine> lines = TextLine.split(text.parts());
        int common = Indentation.common(lines);
        List<Piece> pieces = new ArrayList<>();
        for (TextLine line : lines) {
            line.settle(common, pieces);
        }
        return settled(Trimming.trim(pieces), true);
    }

    /** A piece of a text on its way: a tag, or what is left of a literal. */
    record Piece(TextPart part, String text) {
        boolean isTag() {
            return part instanceof TextPart.Tag;
        }

        Piece with(String other) {
            return new Piece(part, other);
        }
    }

    private static List<Piece> pieces(Expression.Text text) {
        List<Piece> pieces = new ArrayList<>();
        for (TextPart part : text.parts()) {
            pieces.add(new Piece(part, part instanceof TextPart.Literal literal ? literal.text() : ""));
        }
        return pieces;
    }

    private static List<Settled> settled(List<Piece> pieces, boolean block) {
        List<String> indents = block ? Hanging.indents(pieces) : List.of();
        List<Settled> settled = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.isTag()) {
                settled.add(new Settled(piece.part(), block ? indents.get(i) : ""));
            } else if (!piece.text().isEmpty()) {
                join(settled, new TextPart.Literal(piece.part().span(), piece.text()));
            }
        }
        return List.copyOf(settled);
    }

    /** Adds a literal, to the one before it if that is one too. */
    private static void join(List<Settled> settled, TextPart.Literal literal) {
        int last = settled.size() - 1;
        if (last >= 0 && settled.get(last).part() instanceof TextPart.Literal before) {
            TextPart.Literal both =
                    new TextPart.Literal(before.span().to(literal.span()), before.text() + literal.text());
            settled.set(last, new Settled(both, ""));
        } else {
            settled.add(new Settled(literal, ""));
        }
    }
}
