package dev.cuecard.check.call;

import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.value.Typed;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.Expression;

/** The expressions of one scope, as a call that stands among them asks for them to be checked. */
public interface Exprs {

    /** What all share. */
    Checking checking();

    /** The names that are seen. */
    Scope scope();

    /** Says what is wrong. */
    void report(Diagnostic finding);

    /** Checks an expression, whatever its type. */
    Typed check(Expression expression);

    /** Checks an expression whose value has to be there. */
    Typed present(Expression expression);

    /** Checks an expression whose value goes where a type is wanted; {@code where} says where that is. */
    Typed fitting(Expression expression, Type wanted, String where);

    /** As {@link #fitting(Expression, Type, String)}; the value may be missing. */
    Typed fittingOptional(Expression expression, Type wanted, String where);
}
