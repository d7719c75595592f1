package dev.cuecard.syntax.parse;

import dev.cuecard.syntax.antlr.CuecardParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** What could have stood where a mistake is, in words. */
final class Expected {

    /** More choices than this are too many to tell. */
    private static final int TOLD = 4;

    private final IntervalSet tokens;
    private final int rule;

    private Expected(IntervalSet tokens, int rule) {
        this.tokens = tokens;
        this.rule = rule;
    }

    static Expected at(RecognitionException mistake) {
        boolean later = mistake instanceof NoViableAltException none
                && none.getStartToken().getTokenIndex()
                        != none.getOffendingToken().getTokenIndex();
        RuleContext context = mistake.getCtx();
        while (context != null && context.parent != null && isLeaf(context.getRuleIndex())) {
            context = context.parent;
        }
        later |= mistake instanceof Recovery.Surplus;
        IntervalSet tokens = later || mistake.getOffendingState() < 0 ? new IntervalSet() : mistake.getExpectedTokens();
        return new Expected(tokens, context == null ? -1 : context.getRuleIndex());
    }

    /** Whether a rule says nothing of what its words are for. */
    private static boolean isLeaf(int rule) {
        return rule == CuecardParser.RULE_text || rule == CuecardParser.RULE_name || rule == CuecardParser.RULE_key;
    }

    boolean has(int token) {
        return tokens.contains(token);
    }

    /** Whether an operand has just ended, and so operators may follow. */
    boolean isOperator() {
        return has(CuecardParser.STAR);
    }

    /** The words for it, or null when it is too much to tell. */
    @Nullable
    String phrase() {
        String special = ofRule();
        if (special != null) {
            return special;
        } else if (has(CuecardParser.NUMBER) && has(CuecardParser.NOT) && has(CuecardParser.LBRACE)) {
            return "a value";
        } else if (has(CuecardParser.NULL) && has(CuecardParser.MINUS) && has(CuecardParser.LBRACE)) {
            return "a type";
        } else if (has(CuecardParser.TEXT)) {
            return has(CuecardParser.NAME) ? "a name or a text" : "a text";
        } else if (has(CuecardParser.NAME)) {
            return "a name";
        } else if (has(CuecardParser.NUMBER)) {
            return "a number";
        }
        return signs();
    }

    private @Nullable String ofRule() {
        boolean text = has(CuecardParser.TEXT);
        return switch (rule) {
            case CuecardParser.RULE_prompt, CuecardParser.RULE_name, CuecardParser.RULE_taken ->
                text || has(CuecardParser.NAME) ? "a name" : null;
            case CuecardParser.RULE_model -> text ? "the name of a model in quotes" : null;
            case CuecardParser.RULE_importing ->
                text && has(CuecardParser.LBRACE)
                        ? "a path in quotes, or names in braces"
                        : text ? "a path in quotes" : null;
            case CuecardParser.RULE_test -> text ? "a name in quotes" : null;
            case CuecardParser.RULE_output ->
                has(CuecardParser.NAME) && !has(CuecardParser.NULL) ? "`json` or `text`" : null;
            case CuecardParser.RULE_field, CuecardParser.RULE_pair -> has(CuecardParser.COLON) ? "`:`" : null;
            case CuecardParser.RULE_setting, CuecardParser.RULE_testItem -> has(CuecardParser.EQ) ? "`=`" : null;
            default -> null;
        };
    }

    private @Nullable String signs() {
        List<String> words = new ArrayList<>();
        for (int type : tokens.toArray()) {
            String word = word(type);
            if (word != null && !(isOperator() && isOperator(type))) {
                words.add(word);
            }
        }
        if (words.isEmpty() || words.size() > TOLD) {
            return null;
        }
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static @Nullable String word(int type) {
        String literal = CuecardParser.VOCABULARY.getLiteralName(type);
        if (literal != null) {
            return "`" + literal.substring(1, literal.length() - 1) + "`";
        }
        boolean keyword = type >= CuecardParser.TRUE && type <= CuecardParser.FINISH;
        String name = CuecardParser.VOCABULARY.getSymbolicName(type);
        return keyword && name != null ? "`" + name.toLowerCase(Locale.ROOT) + "`" : null;
    }

    /** Whether an expression goes on with a token. */
    private static boolean isOperator(int type) {
        return switch (type) {
            case CuecardParser.AND,
                    CuecardParser.OR,
                    CuecardParser.IN,
                    CuecardParser.IF,
                    CuecardParser.LBRACK,
                    CuecardParser.LPAREN,
                    CuecardParser.DOT,
                    CuecardParser.SAFE,
                    CuecardParser.COALESCE,
                    CuecardParser.BAR,
                    CuecardParser.EQUAL,
                    CuecardParser.NOT_EQUAL,
                    CuecardParser.LESS,
                    CuecardParser.LESS_EQUAL,
                    CuecardParser.GREATER,
                    CuecardParser.GREATER_EQUAL,
                    CuecardParser.PLUS,
                    CuecardParser.MINUS,
                    CuecardParser.STAR,
                    CuecardParser.SLASH,
                    CuecardParser.PERCENT -> true;
            default -> false;
        };
    }
}
