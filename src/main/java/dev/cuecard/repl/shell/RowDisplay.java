package dev.cuecard.repl.shell;

import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.WCWidth;

/**
 * Draws rows anew from their first difference on. JLine's own way changes parts of a row, and at the right margin it
 * takes a character of two columns for one of one column, and half of a pair of units for a character.
 */
final class RowDisplay extends Display {

    RowDisplay(Terminal terminal) {
        super(terminal, false);
    }

    @Override
    public void update(List<AttributedString> lines, int target, boolean flush) {
        Integer colours = terminal.getNumericCapability(Capability.max_colors);
        List<AttributedString> wanted = colours != null && colours >= 8
                ? lines
                : lines.stream()
                        .map(line -> new AttributedString(line.toString()))
                        .toList();
        int count = Math.min(rows, Math.max(oldLines.size(), wanted.size()));
        int cursor = target;
        for (int row = 0; row < count; row++) {
            draw(row, bare(oldLines, row), bare(wanted, row));
            boolean wraps = row + 1 < wanted.size()
                    && bare(wanted, row).length() == wanted.get(row).length();
            if (cursor + 1 == (row + 1) * columns1 && (wraps || !delayLineWrap)) {
                // There is no place behind the last column: it is the first of the next row.
                cursor++;
            }
        }
        int last = Math.max(0, wanted.size() - 1);
        moveVisualCursorTo(cursor < 0 ? last * columns1 + bare(wanted, last).columnLength() : cursor, wanted);
        oldLines = wanted;
        if (flush) {
            terminal.flush();
        }
    }

    private void draw(int row, AttributedString old, AttributedString wanted) {
        int same = same(old, wanted);
        if (same == old.length() && same == wanted.length()) {
            return;
        }
        AttributedString rest = wanted.substring(same, wanted.length());
        int place = row * columns1;
        if (same == 0 && cursorPos == place - 1 && rest.length() > 0) {
            // From the right margin the terminal goes on by itself, and knows then that the rows are one line.
            cursorPos = place;
        } else {
            moveVisualCursorTo(place + wanted.substring(0, same).columnLength());
        }
        rest.print(terminal);
        cursorPos += rest.columnLength();
        if (cursorPos < place + columns) {
            terminal.puts(Capability.clr_eol);
        }
    }

    /** How many units at the beginning are the same, and no part of a character that is not. */
    private static int same(AttributedString one, AttributedString other) {
        int most = Math.min(one.length(), other.length());
        int same = 0;
        while (same < most
                && one.charAt(same) == other.charAt(same)
                && one.styleAt(same).equals(other.styleAt(same))) {
            same++;
        }
        while (same > 0 && (goesOn(one, same) || goesOn(other, same))) {
            same--;
        }
        return same;
    }

    /** Whether what stands at a place belongs to the character before it. */
    private static boolean goesOn(AttributedString text, int place) {
        return place < text.length()
                && (Character.isLowSurrogate(text.charAt(place)) || WCWidth.wcwidth(text.codePointAt(place)) <= 0);
    }

    /** A row without the line end that says that it is not wrapped. */
    private static AttributedString bare(List<AttributedString> lines, int row) {
        AttributedString line = row < lines.size() ? lines.get(row) : AttributedString.EMPTY;
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\n' ? line.substring(0, length - 1) : line;
    }
}
