package dev.cuecard.repl.draft;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedLet;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.walk.ExprWalk;
import dev.cuecard.diagnostic.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to be there before an expression can be evaluated: inputs, and what the language says of a run. */
@SuppressWarnings("NullAway") // It does not know that the visitor's answer may be null.
public final class Needs extends ExprWalk {

    private final Map<CheckedInput, Span> inputs = new LinkedHashMap<>();
    private final Map<String, Span> specials = new LinkedHashMap<>();
    private final Set<Object> seen = new HashSet<>();
    /** Where the expression itself speaks of what is being looked into, or null at its top. */
    private @Nullable Span use;

    private Needs() {}

    /** Of an expression, with what the lets, templates and defaults need that it uses. */
    public static Needs of(Expr expr) {
        Needs needs = new Needs();
        needs.see(expr);
        return needs;
    }

    /** The inputs, each with the place in the expression that needs it. */
    public Map<CheckedInput, Span> inputs() {
        return inputs;
    }

    /** The names that the language gives, each with its place. */
    public Map<String, Span> specials() {
        return specials;
    }

    private void within(Object what, Span at, Runnable look) {
        if (seen.add(what)) {
            Span outer = use;
            use = outer == null ? at : outer;
            look.run();
            use = outer;
        }
    }

    private Span place(Expr expr) {
        return use == null ? expr.span() : use;
    }

    @Override
    public @Nullable Void input(Expr.Input expr) {
        CheckedInput input = expr.input();
        inputs.putIfAbsent(input, place(expr));
        within(input, expr.span(), () -> see(input.value()));
        return null;
    }

    @Override
    public @Nullable Void let(Expr.Let expr) {
        CheckedLet let = expr.let();
        within(let, expr.span(), () -> see(let.value()));
        return null;
    }

    @Override
    public @Nullable Void special(Expr.Special expr) {
        specials.putIfAbsent(expr.name(), place(expr));
        return null;
    }

    @Override
    public @Nullable Void template(Expr.TemplateCall expr) {
        CheckedTemplate template = expr.template();
        super.template(expr);
        within(template, expr.span(), () -> see(template.body()));
        return null;
    }
}
