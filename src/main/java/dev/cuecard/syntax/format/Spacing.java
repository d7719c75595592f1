package dev.cuecard.syntax.format;

import dev.cuecard.syntax.antlr.CuecardParser;

/** Whether a blank stands between two tokens of a line. */
final class Spacing {

    private final Layout layout;

    Spacing(Layout layout) {
        this.layout = layout;
    }

    boolean between(int previous, int index) {
        return !hugsNext(previous) && !hugsPrevious(index, previous);
    }

    private boolean hugsNext(int index) {
        int rule = layout.rule(index);
        return switch (layout.type(index)) {
            case CuecardParser.LPAREN,
                    CuecardParser.LBRACK,
                    CuecardParser.DOT,
                    CuecardParser.SAFE,
                    CuecardParser.QUOTE,
                    CuecardParser.CHUNK,
                    CuecardParser.DOTDOT -> true;
            case CuecardParser.SPREAD -> rule != CuecardParser.RULE_objectType;
            case CuecardParser.MINUS -> layout.isSign(index);
            case CuecardParser.COLON -> rule == CuecardParser.RULE_suffix;
            case CuecardParser.LESS -> rule == CuecardParser.RULE_range || rule == CuecardParser.RULE_typeArguments;
            default -> false;
        };
    }

    private boolean hugsPrevious(int index, int previous) {
        int rule = layout.rule(index);
        return switch (layout.type(index)) {
            case CuecardParser.COMMA,
                    CuecardParser.RPAREN,
                    CuecardParser.RBRACK,
                    CuecardParser.DOT,
                    CuecardParser.SAFE,
                    CuecardParser.QUESTION,
                    CuecardParser.DOTDOT,
                    CuecardParser.TAG_OPEN -> true;
            case CuecardParser.RBRACE -> layout.type(previous) == CuecardParser.LBRACE;
            case CuecardParser.COLON -> rule != CuecardParser.RULE_ensure;
            case CuecardParser.LBRACK -> rule != CuecardParser.RULE_primary;
            case CuecardParser.LPAREN -> rule != CuecardParser.RULE_primary && rule != CuecardParser.RULE_atom;
            case CuecardParser.LESS -> rule == CuecardParser.RULE_range || rule == CuecardParser.RULE_typeArguments;
            case CuecardParser.GREATER -> rule == CuecardParser.RULE_typeArguments;
            default -> false;
        };
    }
}
