package dev.cuecard.syntax.antlr;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.TokenStream;

/** Bounds the depth of what is parsed, so that whoever walks the tree may recurse. */
public abstract class ParserBase extends Parser {

    /** No node has more nodes above it or below it: brackets need up to five each, and half a megabyte of stack does. */
    static final int LIMIT = 600;

    /** What is parsed is nested too deeply, with or without brackets. */
    public static final class TooDeep extends RecognitionException {

        private static final long serialVersionUID = 1;

        TooDeep(Parser parser) {
            super(parser, parser.getInputStream(), parser.getContext());
            setOffendingToken(parser.getCurrentToken());
        }
    }

    ParserBase(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        super.enterRule(context, state, rule);
        bound(((Branch) context).level);
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        super.enterRecursionRule(context, state, rule, precedence);
        bound(((Branch) context).level);
    }

    @Override
    public void pushNewRecursionContext(ParserRuleContext context, int state, int rule) {
        int height = ((Branch) getContext()).height + 1;
        super.pushNewRecursionContext(context, state, rule);
        ((Branch) context).height = height;
        bound(height);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        raise(parent, getContext(), 1);
        super.unrollRecursionContexts(parent);
    }

    @Override
    public void exitRule() {
        ParserRuleContext context = getContext();
        int rule = context.getRuleIndex();
        boolean chain = rule == CuecardParser.RULE_operand || rule == CuecardParser.RULE_member;
        raise(context.getParent(), context, chain ? context.getChildCount() : 1);
        super.exitRule();
        if (context.exception == null && getContext() instanceof Branch branch) {
            bound(branch.height);
        }
    }

    private static void raise(ParserRuleContext parent, ParserRuleContext child, int by) {
        if (parent instanceof Branch above && child instanceof Branch below) {
            above.height = Math.max(above.height, below.height + by);
        }
    }

    private void bound(int depth) {
        if (depth > LIMIT) {
            throw new TooDeep(this);
        }
    }
}
