package dev.cuecard.testing;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names that the language gives an expectation speaks of. An input that hides one is not meant. */
@SuppressWarnings("NullAway") // It does not know that the visitor's answer may be null.
final class Mentions implements Expr.Visitor<@Nullable Void>, Piece.Visitor<@Nullable Void> {

    private static final String OUTCOME = "outcome";

    /** What is known before a reply; all other names depend on it. */
    private static final Set<String> BEFORE = Set.of("messages", "history");

    private final Set<String> names = new HashSet<>();

    private Mentions() {}

    private static Set<String> in(Expr expr) {
        Mentions mentions = new Mentions();
        mentions.see(expr);
        return mentions.names;
    }

    /** Whether it speaks of the outcome. */
    static boolean outcome(Expr expect) {
        return in(expect).contains(OUTCOME);
    }

    /** Whether it depends on what the model answers. */
    static boolean reply(Expr expect) {
        return !BEFORE.containsAll(in(expect));
    }

    private void see(@Nullable Expr expr) {
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
        names.add(expr.name());
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
    public @Nullable Void template(Expr.TemplateCall expr) {
        expr.args().forEach(this::see);
        return null;
    }

    @Override
    public @Nullable Void host(Expr.HostCall expr) {
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
