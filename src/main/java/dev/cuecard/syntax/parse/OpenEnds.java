package dev.cuecard.syntax.parse;

import dev.cuecard.syntax.antlr.Fault;
import dev.cuecard.syntax.antlr.Faults;
import java.util.regex.Pattern;

/** What is open at the end of a text: more text could close it. Every other fault of the scanner stays one. */
final class OpenEnds implements Faults {

    private final String text;
    private boolean open;
    private boolean wrong;
    /** Where a text block begins that is not closed: whatever follows is its text. */
    private int block = Integer.MAX_VALUE;

    OpenEnds(String text) {
        this.text = text;
    }

    void clear() {
        open = false;
        wrong = false;
        block = Integer.MAX_VALUE;
    }

    /** Whether something is open that more text could close. */
    boolean open() {
        return open;
    }

    /** Whether something is wrong that no more text can mend. */
    boolean wrong() {
        return wrong;
    }

    /** Whether a place is in a text block that is not closed. */
    boolean isBehindText(int place) {
        return place >= block;
    }

    @Override
    public void found(Fault fault, int start, int end, int until) {
        if (start >= block) {
            return;
        }
        boolean ends = switch (fault) {
            case COMMENT_OPEN -> true;
            case BLOCK_OPEN -> !hasClosingQuotes(start, end);
            case BRACKET_OPEN -> isEnd(until);
            // A tag may go on in the next line only where a bracket in it is open.
            case TAG_OPEN -> isEnd(until) && open;
            default -> false;
        };
        if (ends && fault == Fault.BLOCK_OPEN) {
            block = start;
        }
        open |= ends;
        wrong |= !ends;
    }

    private boolean isEnd(int place) {
        return text.substring(Math.min(place, text.length())).isBlank();
    }

    private boolean hasClosingQuotes(int start, int end) {
        String quotes = text.substring(start, end);
        return Pattern.compile("\\n[ \\t]*" + Pattern.quote(quotes))
                .matcher(text)
                .find(end - 1);
    }
}
