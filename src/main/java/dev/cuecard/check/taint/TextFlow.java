package dev.cuecard.check.taint;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.check.taint.Taint.Level;
import dev.cuecard.check.types.Given;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** Tells which text from outside is in a text, by what it is made of. */
final class TextFlow {

    private final TaintTracker values;
    private final Function<Expr, Type> types;

    /** The values are those of a frame; {@code types} tells the type of an expression. */
    TextFlow(TaintTracker values, Function<Expr, Type> types) {
        this.values = values;
        this.types = types;
    }

    /** The text from outside in a text. */
    Taint of(List<Piece> pieces) {
        return flow(pieces).taint();
    }

    private Flow flow(List<Piece> pieces) {
        Flow all = Flow.NOTHING;
        Span last = null;
        for (Piece piece : pieces) {
            Flow next = piece(piece);
            Flow both = all.then(next);
            // The first that stands bare: neither a fenced one after it nor another bare one is what it is mixed at.
            if (isBare(next) && (last == null || !isBare(all)) && piece instanceof Piece.Print print) {
                last = print.value().span();
            }
            all = last == null ? both : new Flow(both.text(), both.via(last));
        }
        return all;
    }

    private static boolean isBare(Flow flow) {
        return flow.taint().level().compareTo(Level.WHOLE) >= 0;
    }

    private Flow piece(Piece piece) {
        if (piece instanceof Piece.Literal literal) {
            return new Flow(!literal.text().isBlank(), Taint.NONE);
        } else if (piece instanceof Piece.Print print) {
            return new Flow(true, printed(print.value()));
        } else if (piece instanceof Piece.If choice) {
            Flow all = flow(choice.otherwise());
            for (Piece.If.Branch branch : choice.branches()) {
                all = all.or(flow(branch.body()));
            }
            return all;
        } else if (piece instanceof Piece.For loop) {
            return loop(loop);
        } else if (piece instanceof Piece.Let let) {
            values.set(let.slot(), values.of(let.value()));
        }
        return Flow.NOTHING;
    }

    private Flow loop(Piece.For loop) {
        values.set(loop.item(), values.of(loop.list()));
        Flow body = flow(loop.body());
        Flow all = body.repeated();
        if (body.taint().level() == Level.WHOLE) {
            all = new Flow(all.text(), all.taint().via(loop.span(), "several of them, one after the other"));
        }
        return all.or(flow(loop.empty()));
    }

    /** Lists and objects print as JSON. */
    private Taint printed(Expr value) {
        Taint taint = values.of(value);
        Type type = types.apply(value);
        boolean json = !Given.isUnknown(type)
                && !Types.acceptsAnything(type)
                && EnumSet.of(Kind.LIST, Kind.OBJECT).containsAll(Kind.of(type));
        return json ? taint.at(Level.FENCED) : taint;
    }
}
