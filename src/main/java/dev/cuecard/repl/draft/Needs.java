package dev.cuecard.repl.draft;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedLet;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.diagnostic.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to be there before an expression can be evaluated: inputs, and what the language says of a run. */
@SuppressWarnings("NullAway") // It does not know that the visitor's answer may be null.
public final class Needs implements Expr.Visitor<@Nullable Void>, Piece.Visitor<@Nullable Void> {

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

    private void see(@Nullable Expr expr) {
        if (expr != null) {
            expr.accept(this);
        }
    }

    private void pieces(List<Piece> pieces) {
        pieces.forEach(piece -> piece.accept(this));
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
    public @Nullable Void constant(Expr.Const expr) {
        return null;
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
    public @Nullable Void local(Expr.Local expr) {
        return null;
    }

    @Override
    public @Nullable Void special(Expr.Special expr) {
        specials.putIfAbsent(expr.name(), place(expr));
        return null;
    }

    @Override
    public @Nullable Void text(Expr.Text expr) {
        pieces(expr.pieces());
        return null;
    }

    @Override
    public @Nullable Void list(Expr.ListOf expr) {
        expr.items().forEach(item -> see(item.value()));
        return null;
    }

    @Override
    public @Nullable Void object(Expr.ObjectOf expr) {
        expr.members().forEach(member -> see(member.value()));
        return null;
    }

    @Override
    public @Nullable Void field(Expr.Field expr) {
        see(expr.target());
        return null;
    }

    @Override
    public @Nullable Void index(Expr.Index expr) {
        see(expr.target());
        see(expr.key());
        return null;
    }

    @Override
    public @Nullable Void slice(Expr.Slice expr) {
        see(expr.target());
        see(expr.from());
        see(expr.to());
        return null;
    }

    @Override
    public @Nullable Void call(Expr.Call expr) {
        expr.args().forEach(this::see);
        return null;
    }

    @Override
    public @Nullable Void host(Expr.HostCall expr) {
        expr.args().forEach(this::see);
        return null;
    }

    @Override
    public @Nullable Void template(Expr.TemplateCall expr) {
        CheckedTemplate template = expr.template();
        expr.args().forEach(this::see);
        within(template, expr.span(), () -> see(template.body()));
        return null;
    }

    @Override
    public @Nullable Void map(Expr.MapCall expr) {
        see(expr.target());
        see(expr.body());
        return null;
    }

    @Override
    public @Nullable Void unary(Expr.Unary expr) {
        see(expr.operand());
        return null;
    }

    @Override
    public @Nullable Void binary(Expr.Binary expr) {
        see(expr.left());
        see(expr.right());
        return null;
    }

    @Override
    public @Nullable Void conditional(Expr.Conditional expr) {
        see(expr.condition());
        see(expr.then());
        see(expr.otherwise());
        return null;
    }

    @Override
    public @Nullable Void message(Expr.MessageOf expr) {
        see(expr.content());
        return null;
    }

    @Override
    public @Nullable Void literal(Piece.Literal piece) {
        return null;
    }

    @Override
    public @Nullable Void print(Piece.Print piece) {
        see(piece.value());
        return null;
    }

    @Override
    public @Nullable Void choice(Piece.If piece) {
        piece.branches().forEach(branch -> {
            see(branch.condition());
            pieces(branch.body());
        });
        pieces(piece.otherwise());
        return null;
    }

    @Override
    public @Nullable Void loop(Piece.For piece) {
        see(piece.list());
        pieces(piece.body());
        pieces(piece.empty());
        return null;
    }

    @Override
    public @Nullable Void let(Piece.Let piece) {
        see(piece.value());
        return null;
    }
}
