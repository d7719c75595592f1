package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.text.Indentation;

/** The brackets and the lines of a scanned file: where reading can go on after a mistake. */
final class Layout {

    private final Source source;
    private final TokenArray tokens;
    private final int[] depths;

    Layout(Source source, TokenArray tokens) {
        this.source = source;
        this.tokens = tokens;
        this.depths = depths(tokens);
    }

    private static int depth(Lexeme token) {
        return switch (token.getType()) {
            case CuecardParser.LBRACE,
                    CuecardParser.LBRACK,
                    CuecardParser.LPAREN,
                    CuecardParser.QUOTE,
                    CuecardParser.TAG_OPEN -> 1;
            case CuecardParser.RBRACE,
                    CuecardParser.RBRACK,
                    CuecardParser.RPAREN,
                    CuecardParser.UNQUOTE,
                    CuecardParser.TAG_CLOSE -> -1;
            default -> 0;
        };
    }

    /** For each token how many brackets are open before it. */
    private static int[] depths(TokenArray tokens) {
        int[] depths = new int[tokens.size()];
        for (int index = 1; index < depths.length; index++) {
            depths[index] = depths[index - 1] + depth(tokens.get(index - 1));
        }
        return depths;
    }

    /** The index of the token that closes what the token at {@code open} opens; what the scanner gives is balanced. */
    int closing(int open) {
        int index = open + 1;
        while (index < depths.length - 1 && depths[index + 1] > depths[open]) {
            index++;
        }
        return index;
    }

    /**
     * The first token from {@code from} on that begins a statement, or a line that is not indented more than the first,
     * right inside the braces.
     */
    int nextItem(int brace, int from, int close, int indentation) {
        for (int index = Math.max(brace, from); index < close; index++) {
            Lexeme token = tokens.get(index);
            boolean begins = switch (token.getType()) {
                case CuecardParser.TAG_OPEN -> true;
                case CuecardParser.START -> !token.first() || indentation(index) <= indentation;
                default -> token.first() && indentation(index) <= indentation;
            };
            if (depths[index] == depths[brace] + 1 && begins) {
                return index;
            }
        }
        return close;
    }

    /** The number of blanks and tabs before the line of a token. */
    int indentation(int index) {
        String text = source.text();
        int start = source.lineStart(source.line(tokens.get(index).start()));
        int end = start;
        while (end < text.length() && Indentation.isBlank(text.charAt(end))) {
            end++;
        }
        return end - start;
    }

    /** The first token from {@code from} on that begins a declaration, on a line that is not indented more. */
    int nextDeclaration(int from, int indentation) {
        for (int index = from; index < tokens.size() - 1; index++) {
            Lexeme token = tokens.get(index);
            boolean begins =
                    token.getType() == CuecardParser.START || (token.getType() == CuecardParser.NAME && token.first());
            if (depths[index] == 0 && begins && (!token.first() || indentation(index) <= indentation)) {
                return index;
            }
        }
        return tokens.size() - 1;
    }
}
