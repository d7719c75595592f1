package dev.cuecard.syntax.text;

import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.text.Whitespace.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text block: literals without newlines, and tags, each of which counts as one thing however many lines it
 * spans. The last line is that of the closing quotes.
 *
 * @param start the offset at which it begins in its source
 * @param pieces what it holds
 * @param newline the newline that ends it, as a piece of the literal it stands in; absent on the last line
 */
public record TextLine(int start, List<Piece> pieces, List<Piece> newline) {

    /** The lines of a text, in their order. */
    public static List<TextLine> split(List<TextPart> parts) {
        List<TextLine> lines = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int start = parts.isEmpty() ? 0 : parts.get(0).span().start();
        for (TextPart part : parts) {
            if (!(part instanceof TextPart.Literal literal)) {
                pieces.add(new Piece(part, ""));
                continue;
            }
            String text = literal.text();
            int from = 0;
            int place = part.span().start();
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                if (end > from) {
                    pieces.add(new Piece(part, text.substring(from, end)));
                }
                lines.add(new TextLine(start, pieces, List.of(new Piece(part, "\n"))));
                pieces = new ArrayList<>();
                place = part.span().source().text().indexOf('\n', place) + 1;
                start = place;
                from = end + 1;
            }
            if (from < text.length()) {
                pieces.add(new Piece(part, text.substring(from)));
            }
        }
        lines.add(new TextLine(start, pieces, List.of()));
        return lines;
    }

    boolean isLast() {
        return newline.isEmpty();
    }

    /** Whether it holds nothing but blanks and tabs. */
    boolean isBlank() {
        return pieces.stream().allMatch(piece -> !piece.isTag() && Indentation.isBlank(piece.text()));
    }

    /** The blanks and tabs with which it begins. */
    public String indentation() {
        StringBuilder indentation = new StringBuilder();
        for (Piece piece : pieces) {
            int end = Indentation.end(piece.text());
            indentation.append(piece.text(), 0, end);
            if (piece.isTag() || end < piece.text().length()) {
                break;
            }
        }
        return indentation.toString();
    }

    /** Whether it holds tags that do not print, and beside them nothing but blanks and tabs. */
    private boolean isOfSilentTags() {
        boolean tags = false;
        for (Piece piece : pieces) {
            tags |= piece.isTag();
            if (piece.isTag() ? piece.part() instanceof TextPart.Print : !Indentation.isBlank(piece.text())) {
                return false;
            }
        }
        return tags;
    }

    /** Adds what is left of it when the common indentation, the blanks at its end and a line of silent tags go. */
    void settle(int common, List<Piece> to) {
        if (isOfSilentTags()) {
            pieces.stream().filter(Piece::isTag).forEach(to::add);
            return;
        }
        int from = to.size();
        int cut = isBlank() ? Integer.MAX_VALUE : common;
        for (Piece piece : pieces) {
            int gone = Math.min(cut, piece.text().length());
            cut -= gone;
            to.add(piece.isTag() ? piece : piece.with(piece.text().substring(gone)));
        }
        for (int i = to.size() - 1; i >= from && !to.get(i).isTag(); i--) {
            String text = to.get(i).text();
            int end = text.length();
            while (end > 0 && Indentation.isBlank(text.charAt(end - 1))) {
                end--;
            }
            to.set(i, to.get(i).with(text.substring(0, end)));
            if (end > 0) {
                break;
            }
        }
        to.addAll(newline);
    }
}
