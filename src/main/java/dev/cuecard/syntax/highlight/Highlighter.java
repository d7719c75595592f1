package dev.cuecard.syntax.highlight;

import dev.cuecard.syntax.antlr.Comment;
import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.Fault;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Utf16Stream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what the parts of a prompt's text are. Knows words and brackets only, so that any text will do: while it is typed, too. */
public final class Highlighter {

    private Highlighter() {}

    /**
     * The parts of a text that are more than plain, in their order, none over another. A bracket or a text that is open
     * at the end is not wrong: it may be typed yet.
     */
    public static List<Styled> of(String text) {
        @Nullable Style[] units = new Style[text.length()];
        CuecardLexer lexer = new CuecardLexer(new Utf16Stream("", text));
        TokenArray tokens = lexer.scan(
                (fault, start, end, until) -> {
                    if (isWrong(fault)) {
                        paint(units, start, end, Style.ERROR);
                    }
                },
                true);
        TokenStyles styles = new TokenStyles(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            Style style = styles.next(i);
            if (style != null) {
                paint(units, tokens.get(i).start(), tokens.get(i).end(), style);
            }
        }
        for (Comment comment : lexer.comments()) {
            boolean doc = comment.kind() == Comment.Kind.DOC;
            Arrays.fill(units, comment.start(), comment.end(), doc ? Style.DOC : Style.COMMENT);
        }
        return Styled.parts(units);
    }

    /** The text with ANSI's colours. */
    public static String paint(String text) {
        return Styled.paint(text, of(text));
    }

    private static void paint(@Nullable Style[] units, int start, int end, Style style) {
        for (int i = start; i < Math.min(end, units.length); i++) {
            if (units[i] == null) {
                units[i] = style;
            }
        }
    }

    private static boolean isWrong(Fault fault) {
        return switch (fault) {
            case STRING_OPEN, BLOCK_OPEN, BRACKET_OPEN, TAG_OPEN, COMMENT_OPEN -> false;
            case STRAY,
                    MISMATCH,
                    DEEP,
                    CHARACTER,
                    NUMBER,
                    TEXT_AFTER_QUOTES,
                    QUOTES,
                    FOREIGN_SIGN,
                    FOREIGN_WORD,
                    FOREIGN_TAG,
                    TAG_OUTSIDE -> true;
        };
    }
}
