package dev.cuecard.syntax.text;

import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.text.Whitespace.Piece;
import java.util.ArrayList;
import java.util.List;

/** What the tildes of tags take away. */
final class Trimming {

    private Trimming() {}

    static List<Piece> trim(List<Piece> pieces) {
        List<Piece> trimmed = new ArrayList<>(pieces);
        for (int i = 0; i < trimmed.size(); i++) {
            if (trimmed.get(i).part() instanceof TextPart.Tag tag) {
                if (tag.trim().before()) {
                    before(trimmed, i);
                }
                if (tag.trim().after()) {
                    after(trimmed, i);
                }
            }
        }
        return trimmed;
    }

    private static void before(List<Piece> pieces, int tag) {
        for (int i = tag - 1; i >= 0 && !pieces.get(i).isTag(); i--) {
            String text = pieces.get(i).text();
            int end = text.length();
            while (end > 0 && isSpace(text.charAt(end - 1))) {
                end--;
            }
            pieces.set(i, pieces.get(i).with(text.substring(0, end)));
            if (end > 0) {
                return;
            }
        }
    }

    private static void after(List<Piece> pieces, int tag) {
        for (int i = tag + 1; i < pieces.size() && !pieces.get(i).isTag(); i++) {
            String text = pieces.get(i).text();
            int start = 0;
            while (start < text.length() && isSpace(text.charAt(start))) {
                start++;
            }
            pieces.set(i, pieces.get(i).with(text.substring(start)));
            if (start < text.length()) {
                return;
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
