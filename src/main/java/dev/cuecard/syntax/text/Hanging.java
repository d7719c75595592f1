package dev.cuecard.syntax.text;

import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.text.Whitespace.Piece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the values that stand alone on an indented line. */
final class Hanging {

    private Hanging() {}

    /** For each piece the indentation of the further lines of its value, empty where there is none. */
    static List<String> indents(List<Piece> pieces) {
        List<String> indents = new ArrayList<>(Collections.nCopies(pieces.size(), ""));
        int from = 0;
        for (int i = 0; i <= pieces.size(); i++) {
            if (i == pieces.size() || pieces.get(i).text().equals("\n")) {
                line(pieces, from, i, indents);
                from = i + 1;
            }
        }
        return indents;
    }

    private static void line(List<Piece> pieces, int from, int to, List<String> indents) {
        StringBuilder indentation = new StringBuilder();
        int print = -1;
        for (int i = from; i < to; i++) {
            Piece piece = pieces.get(i);
            if (piece.part() instanceof TextPart.Print) {
                if (print >= 0) {
                    return;
                }
                print = i;
            } else if (!Indentation.isBlank(piece.text())) {
                return;
            } else if (print < 0) {
                indentation.append(piece.text());
            }
        }
        if (print >= 0) {
            indents.set(print, indentation.toString());
        }
    }
}
