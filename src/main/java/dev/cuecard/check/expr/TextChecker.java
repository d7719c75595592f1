package dev.cuecard.check.expr;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.scope.Binding;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Condition;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.text.Settled;
import dev.cuecard.syntax.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a text: its flat tags are nested, what they speak of is checked. That each tag has its end was seen to when the
 * text was read. Of one use only.
 */
final class TextChecker {

    /** As many brackets may be open at once. */
    private static final int MOST_DEEP = 100;

    private static final Type LOOP = Given.object(
            Given.field("index", Types.INTEGER, false),
            Given.field("first", Types.BOOLEAN, false),
            Given.field("last", Types.BOOLEAN, false),
            Given.field("length", Types.INTEGER, false));

    private final Checking checking;
    private final Scope scope;
    private List<Settled> parts = List.of();
    private int at;
    private int depth;
    private boolean told;

    TextChecker(Checking checking, Scope scope) {
        this.checking = checking;
        this.scope = scope;
    }

    Typed check(Expression.Text text) {
        parts = Whitespace.settle(text);
        List<Piece> pieces = body(scope);
        boolean block = text.quote().isBlock();
        if (pieces.stream().allMatch(Piece.Literal.class::isInstance)) {
            return Typed.constant(text.span(), Json.of(joined(pieces, block)));
        }
        return Typed.of(new Expr.Text(text.span(), List.copyOf(pieces), block), Types.STRING);
    }

    private static String joined(List<Piece> pieces, boolean block) {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(((Piece.Literal) piece).text()));
        if (block && all.length() > 0 && all.charAt(all.length() - 1) == '\n') {
            all.setLength(all.length() - 1);
        }
        return all.toString();
    }

    /** The pieces up to a tag that ends or divides what they stand in, or to the end. */
    private List<Piece> body(Scope outer) {
        Scope inner = outer.inner();
        ExprChecker exprs = new ExprChecker(checking, inner);
        List<Piece> pieces = new ArrayList<>();
        while (at < parts.size()) {
            Settled settled = parts.get(at);
            TextPart part = settled.part();
            if (part instanceof TextPart.End || part instanceof TextPart.Else || part instanceof TextPart.ElseIf) {
                return pieces;
            }
            at++;
            Piece piece = piece(settled, exprs);
            if (piece != null) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private @Nullable Piece piece(Settled settled, ExprChecker exprs) {
        TextPart part = settled.part();
        if (part instanceof TextPart.Literal literal) {
            return literal.text().isEmpty() ? null : new Piece.Literal(literal.text());
        } else if (part instanceof TextPart.Print print) {
            return print(print, settled.indent(), exprs);
        } else if (part instanceof TextPart.If || part instanceof TextPart.For) {
            return block(part, exprs);
        } else if (part instanceof TextPart.Let let) {
            return let(let, exprs);
        }
        return null;
    }

    private @Nullable Piece block(TextPart part, ExprChecker exprs) {
        if (++depth > MOST_DEEP) {
            if (depth == MOST_DEEP + 1 && !told) {
                told = true;
                checking.findings().add(ExprErrors.tagsTooDeep(part.span(), MOST_DEEP));
            }
            skip();
            depth--;
            return null;
        }
        Piece piece = part instanceof TextPart.If choice ? choice(choice, exprs) : loop((TextPart.For) part, exprs);
        depth--;
        return piece;
    }

    /** Goes on after the end of what has just been opened. */
    private void skip() {
        for (int open = 1; open > 0; ) {
            TextPart part = next();
            if (part instanceof TextPart.If || part instanceof TextPart.For) {
                open++;
            } else if (part instanceof TextPart.End) {
                open--;
            }
        }
    }

    private Piece print(TextPart.Print print, String indent, ExprChecker exprs) {
        Typed value = exprs.present(print.value());
        if (Given.isPicture(value.type())) {
            checking.findings().add(ExprErrors.notPrintable(print.value().span(), value));
        }
        return new Piece.Print(print.span(), value.expr(), indent);
    }

    private Piece choice(TextPart.If tag, ExprChecker exprs) {
        List<Piece.If.Branch> branches = new ArrayList<>();
        ExprChecker rest = branch(tag.condition(), exprs, branches);
        List<Piece> otherwise = List.of();
        while (!(next() instanceof TextPart.End)) {
            if (parts.get(at - 1).part() instanceof TextPart.ElseIf further) {
                rest = branch(further.condition(), rest, branches);
            } else {
                otherwise = body(rest.scope());
            }
        }
        return new Piece.If(tag.span(), List.copyOf(branches), otherwise);
    }

    /** Adds a branch; gives the checker for those after it. */
    private ExprChecker branch(Expression condition, ExprChecker exprs, List<Piece.If.Branch> into) {
        Condition checked = exprs.condition(condition);
        List<Piece> body = body(exprs.knowing(checked.facts().whenTrue()).scope());
        into.add(new Piece.If.Branch(checked.expr(), body));
        return exprs.knowing(checked.facts().whenFalse());
    }

    private Piece loop(TextPart.For tag, ExprChecker exprs) {
        Loop loop = Loop.over(tag.list(), tag.item(), tag.index(), exprs);
        int state = exprs.scope().frame().slot();
        loop.scope().bind("loop", new Binding.Local("loop", tag.span(), state, LOOP, false));
        List<Piece> body = body(loop.scope());
        List<Piece> empty = List.of();
        while (!(next() instanceof TextPart.End)) {
            empty = body(exprs.scope());
        }
        return new Piece.For(tag.span(), loop.item(), loop.index(), state, loop.list(), body, empty);
    }

    /** The tag that ended a body; every tag that opens something has its end. */
    private TextPart next() {
        return parts.get(at++).part();
    }

    private Piece let(TextPart.Let tag, ExprChecker exprs) {
        Typed value = exprs.check(tag.value());
        int slot = exprs.scope().frame().slot();
        bind(tag.name(), value, slot, exprs);
        return new Piece.Let(tag.span(), slot, value.expr());
    }

    private void bind(Name name, Typed value, int slot, ExprChecker exprs) {
        Binding before = exprs.scope()
                .bind(name.text(), new Binding.Local(name.text(), name.span(), slot, value.type(), value.missing()));
        if (before instanceof Binding.Local local) {
            checking.findings().add(NameErrors.twice(name, local.origin()));
        }
    }
}
