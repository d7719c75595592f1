package dev.cuecard.check.walk;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks into every part of an expression as it is written; not into what a name in it stands for. A walk that is after
 * some parts overrides what is told of them.
 */
@SuppressWarnings("NullAway") // It does not know that the visitor's answer may be null.
public abstract class ExprWalk implements Expr.Visitor<@Nullable Void>, Piece.Visitor<@Nullable Void> {

    /** A walk that has seen nothing yet. */
    protected ExprWalk() {}

    /** Looks into an expression, if there is one. */
    protected final void see(@Nullable Expr expr) {
        if (expr != null) {
            expr.accept(this);
        }
    }

    private void pieces(List<Piece> pieces) {
        pieces.forEach(piece -> piece.accept(this));
    }

    @Override
    public @Nullable Void constant(Expr.Const expr) {
        return null;
    }

    @Override
    public @Nullable Void input(Expr.Input expr) {
        return null;
    }

    @Override
    public @Nullable Void let(Expr.Let expr) {
        return null;
    }

    @Override
    public @Nullable Void local(Expr.Local expr) {
        return null;
    }

    @Override
    public @Nullable Void special(Expr.Special expr) {
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
        expr.args().forEach(this::see);
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
