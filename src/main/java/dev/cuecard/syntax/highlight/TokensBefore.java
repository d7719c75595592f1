package dev.cuecard.syntax.highlight;

import static dev.cuecard.syntax.antlr.CuecardLexer.*;

import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.highlight.Cursor.Loop;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens before what is being typed, and the text that they were read from.
 *
 * @param count how many of the tokens these are
 */
record TokensBefore(String text, TokenArray tokens, int count) {

    /** The text of the operand that ends with a token. */
    String operand(int last) {
        int from = last;
        int depth = 0;
        while (from >= 0) {
            int type = tokens.get(from).getType();
            if (type == RBRACK || type == RPAREN) {
                depth++;
            } else if (type == LBRACK || type == LPAREN) {
                depth--;
                if (depth < 0) {
                    break;
                }
            } else if (depth == 0
                    && from > 0
                    && !goesOn(type, tokens.get(from - 1).getType())) {
                break;
            }
            from--;
        }
        from = Math.max(from, 0);
        if (last < 0 || tokens.get(from).getType() == LPAREN || tokens.get(from).getType() == START) {
            from++;
        }
        return from > last
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(last).end());
    }

    /** Whether an operand that begins with one token can have begun before it. */
    private static boolean goesOn(int type, int before) {
        return type == DOT || type == SAFE || before == DOT || before == SAFE;
    }

    /** The loops of the language's statements and of tags that are open, the innermost first. */
    List<Loop> loops() {
        List<Loop> loops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int type = tokens.get(i).getType();
            if (type == FOR) {
                loops.add(0, loop(i));
            } else if (type == END && !loops.isEmpty()) {
                loops.remove(0);
            }
        }
        return loops;
    }

    private Loop loop(int index) {
        int in = index;
        while (in < count && tokens.get(in).getType() != IN) {
            in++;
        }
        int end = in + 1;
        while (end < count
                && tokens.get(end).getType() != TAG_CLOSE
                && tokens.get(end).getType() != LBRACE) {
            end++;
        }
        String variable = index + 1 < count ? tokens.get(index + 1).getText() : "";
        String list = in + 1 < end && in + 1 < count
                ? text.substring(
                        tokens.get(in + 1).start(),
                        tokens.get(Math.min(end, count) - 1).end())
                : "";
        return new Loop(variable, list);
    }
}
