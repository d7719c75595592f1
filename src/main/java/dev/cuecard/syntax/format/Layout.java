package dev.cuecard.syntax.format;

import dev.cuecard.syntax.antlr.Comment;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Where the lines of a text break, as its tree and the breaks of its writer have it. */
final class Layout {

    private final TokenArray tokens;
    /** For each token the rule that it stands in. */
    private final int[] rules;
    /** For each token the innermost bracket that is open before it, or -1. */
    private final int[] enclosing;
    /** For each opening bracket the token that closes it, for each closing one the token that opens it, else -1. */
    private final int[] partner;

    private final boolean[] signs;
    private final boolean[] beginsItem;
    private final boolean[] endsItem;
    private final boolean[] lastItem;
    private final boolean[] vertical;
    private final int[] items;

    Layout(TokenArray tokens, List<Comment> comments, CuecardParser.FileContext file) {
        int size = tokens.size();
        this.tokens = tokens;
        this.rules = new int[size];
        this.enclosing = new int[size];
        this.partner = new int[size];
        this.signs = new boolean[size];
        this.beginsItem = new boolean[size];
        this.endsItem = new boolean[size];
        this.lastItem = new boolean[size];
        this.vertical = new boolean[size];
        this.items = new int[size];
        brackets();
        rules[size - 1] = CuecardParser.RULE_file;
        walk(file);
        measure(comments);
    }

    private void brackets() {
        Arrays.fill(partner, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int index = 0; index < tokens.size(); index++) {
            switch (tokens.get(index).getType()) {
                case CuecardParser.RPAREN,
                        CuecardParser.RBRACK,
                        CuecardParser.RBRACE,
                        CuecardParser.UNQUOTE,
                        CuecardParser.TAG_CLOSE -> {
                    partner[index] = open.element();
                    partner[open.pop()] = index;
                    enclosing[index] = open.isEmpty() ? -1 : open.element();
                }
                case CuecardParser.LPAREN,
                        CuecardParser.LBRACK,
                        CuecardParser.LBRACE,
                        CuecardParser.QUOTE,
                        CuecardParser.TAG_OPEN -> {
                    enclosing[index] = open.isEmpty() ? -1 : open.element();
                    open.push(index);
                }
                default -> enclosing[index] = open.isEmpty() ? -1 : open.element();
            }
        }
    }

    private void walk(ParserRuleContext context) {
        int rule = context.getRuleIndex();
        int last = -1;
        for (int i = 0; i < context.getChildCount(); i++) {
            ParseTree child = context.getChild(i);
            if (child instanceof ParserRuleContext inner) {
                if (isItem(rule, inner.getRuleIndex())) {
                    last = item(
                            inner.getStart().getTokenIndex(), inner.getStop().getTokenIndex());
                }
                walk(inner);
            } else if (child instanceof TerminalNode leaf) {
                int index = leaf.getSymbol().getTokenIndex();
                rules[index] = rule;
                signs[index] = i == 0 && leaf.getSymbol().getType() == CuecardParser.MINUS;
                if (rule == CuecardParser.RULE_objectType && leaf.getSymbol().getType() == CuecardParser.SPREAD) {
                    last = item(index, index);
                }
            }
        }
        if (last >= 0) {
            lastItem[last] = true;
        }
    }

    private int item(int start, int stop) {
        beginsItem[start] = true;
        endsItem[stop] = true;
        if (enclosing[start] >= 0) {
            items[enclosing[start]]++;
        }
        return stop;
    }

    /** Whether what a rule holds may stand on lines of its own. */
    private static boolean isItem(int rule, int inner) {
        return switch (rule) {
            case CuecardParser.RULE_file -> true;
            case CuecardParser.RULE_importing -> inner == CuecardParser.RULE_taken;
            case CuecardParser.RULE_settings -> inner == CuecardParser.RULE_setting;
            case CuecardParser.RULE_params -> inner == CuecardParser.RULE_param;
            case CuecardParser.RULE_test -> inner == CuecardParser.RULE_testItem;
            case CuecardParser.RULE_block -> inner == CuecardParser.RULE_statement;
            case CuecardParser.RULE_primary ->
                inner == CuecardParser.RULE_item
                        || inner == CuecardParser.RULE_pair
                        || inner == CuecardParser.RULE_expression;
            case CuecardParser.RULE_suffix -> inner == CuecardParser.RULE_expression;
            case CuecardParser.RULE_arguments -> inner == CuecardParser.RULE_argument;
            case CuecardParser.RULE_objectType -> inner == CuecardParser.RULE_field;
            case CuecardParser.RULE_restrictions -> inner == CuecardParser.RULE_restriction;
            case CuecardParser.RULE_atom -> inner == CuecardParser.RULE_type;
            default -> false;
        };
    }

    private void measure(List<Comment> comments) {
        for (int index = 0; index < tokens.size() - 1; index++) {
            int bracket = enclosing[index];
            int close = partner[index];
            if (close > index && isStatements(index)) {
                vertical[index] = items[index] > 1 || breaksWithin(index, close);
            }
            if (bracket >= 0 && beginsItem[index] && tokens.get(index).first()) {
                vertical[bracket] |= items[bracket] > 0;
            }
            boolean closesOnNewLine =
                    close >= 0 && close < index && tokens.get(index).first();
            if (closesOnNewLine && items[close] > 0 && isBracket(close)) {
                vertical[close] = true;
            }
        }
        int token = 0;
        for (Comment comment : comments) {
            while (tokens.get(token).start() < comment.end() && token < tokens.size() - 1) {
                token++;
            }
            // At the token that closes a bracket, the comment stands in the bracket.
            int bracket = partner[token] >= 0 && partner[token] < token ? partner[token] : enclosing[token];
            boolean breaks = comment.kind() != Comment.Kind.BLOCK
                    || comment.alone()
                    || tokens.source().substring(comment.start(), comment.end()).indexOf('\n') >= 0;
            if (bracket >= 0 && isBracket(bracket) && breaks) {
                vertical[bracket] = true;
            }
        }
    }

    private boolean breaksWithin(int open, int close) {
        return tokens.getText(tokens.get(open), tokens.get(close)).indexOf('\n') >= 0;
    }

    private boolean isBracket(int index) {
        int type = tokens.get(index).getType();
        return type != CuecardParser.QUOTE && type != CuecardParser.TAG_OPEN;
    }

    private boolean isStatements(int brace) {
        return rules[brace] == CuecardParser.RULE_block
                || (rules[brace] == CuecardParser.RULE_test && tokens.get(brace).getType() == CuecardParser.LBRACE);
    }

    int type(int index) {
        return tokens.get(index).getType();
    }

    int rule(int index) {
        return rules[index];
    }

    /** Whether a minus is the sign of what follows it. */
    boolean isSign(int index) {
        return signs[index];
    }

    /** Whether what a bracket holds stands on lines of its own. */
    boolean isVertical(int open) {
        return partner[open] > open && vertical[open];
    }

    boolean closesVertical(int index) {
        return partner[index] >= 0 && partner[index] < index && vertical[partner[index]];
    }

    /** Whether a comma parts items in brackets; such commas are written anew. */
    boolean isSeparator(int comma) {
        return type(comma) == CuecardParser.COMMA && enclosing[comma] >= 0 && separates(enclosing[comma]);
    }

    private boolean separates(int bracket) {
        return switch (rules[bracket]) {
            case CuecardParser.RULE_importing,
                    CuecardParser.RULE_settings,
                    CuecardParser.RULE_params,
                    CuecardParser.RULE_primary,
                    CuecardParser.RULE_arguments,
                    CuecardParser.RULE_objectType,
                    CuecardParser.RULE_restrictions ->
                type(bracket) != CuecardParser.LPAREN || rules[bracket] != CuecardParser.RULE_primary;
            default -> false;
        };
    }

    /** Whether commas part the items even where each stands on its own line. */
    private boolean alwaysSeparates(int bracket) {
        return type(bracket) != CuecardParser.LBRACE || rules[bracket] == CuecardParser.RULE_importing;
    }

    /** Whether a comma follows a token. */
    boolean commaAfter(int index) {
        if (!endsItem[index]) {
            return false;
        }
        int bracket = enclosing[index];
        if (bracket < 0 || !separates(bracket)) {
            return false;
        }
        return vertical[bracket] ? alwaysSeparates(bracket) : !lastItem[index];
    }

    /** Whether a line ends between two tokens that follow each other. */
    boolean breaksBetween(int previous, int index) {
        return isVertical(previous) || closesVertical(index) || begins(index) || goesOn(previous, index);
    }

    /** Whether a token begins an item on a line of its own. */
    private boolean begins(int index) {
        int start = index > 0 && type(index - 1) == CuecardParser.START ? index - 1 : index;
        int bracket = enclosing[start];
        return beginsItem[start] && (bracket < 0 ? isTop(start) : vertical[bracket]);
    }

    private boolean isTop(int start) {
        return enclosing[start] < 0;
    }

    /** Whether a token begins a further line of something, beside an operator. */
    boolean goesOn(int previous, int index) {
        Lexeme token = tokens.get(index);
        return token.first()
                && !isVertical(previous)
                && !closesVertical(index)
                && !begins(index)
                && (isJoint(index) || isJoint(previous));
    }

    private boolean isJoint(int index) {
        return switch (rules[index]) {
            case CuecardParser.RULE_expression -> !signs[index] && type(index) != CuecardParser.NOT;
            case CuecardParser.RULE_filter, CuecardParser.RULE_type -> type(index) == CuecardParser.BAR;
            case CuecardParser.RULE_ensure -> type(index) == CuecardParser.COLON;
            default -> type(index) == CuecardParser.EQ;
        };
    }
}
