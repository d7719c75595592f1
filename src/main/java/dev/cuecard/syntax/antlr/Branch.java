package dev.cuecard.syntax.antlr;

import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** A node of the parse tree that knows how deep it stands and how high it is, so that both can be bounded. */
public class Branch extends ParserRuleContext {

    int level;
    int height;

    /** For a copy. */
    public Branch() {}

    /** Below a parent. */
    public Branch(@Nullable ParserRuleContext parent, int invokingState) {
        super(parent, invokingState);
        if (parent instanceof Branch branch) {
            level = branch.level + 1;
        }
    }

    @Override
    public void copyFrom(ParserRuleContext other) {
        super.copyFrom(other);
        if (other instanceof Branch branch) {
            level = branch.level;
            height = branch.height;
        }
    }
}
