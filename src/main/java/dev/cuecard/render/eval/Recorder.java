package dev.cuecard.render.eval;

import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what the parts of one condition were. */
final class Recorder {

    private final Expr condition;
    private final List<Explained.Seen> seen = new ArrayList<>();

    Recorder(Expr condition) {
        this.condition = condition;
    }

    void saw(Expr expr, @Nullable Json value) {
        if (expr == condition || !expr.accept(WorthTelling.INSTANCE)) {
            return;
        }
        // The value of a whole path tells more than those of its beginnings, and what is said twice is told once.
        if (expr instanceof Expr.Field field) {
            forget(field.target());
        } else if (expr instanceof Expr.Index index) {
            forget(index.target());
        } else if (expr instanceof Expr.Slice slice) {
            forget(slice.target());
        }
        String text = expr.span().text();
        if (seen.stream().noneMatch(other -> other.span().text().equals(text))) {
            seen.add(new Explained.Seen(expr.span(), value));
        }
    }

    private void forget(Expr target) {
        seen.removeIf(other -> other.span().equals(target.span()));
    }

    List<Explained.Seen> seen() {
        return seen.stream()
                .sorted(Comparator.comparingInt(
                                (Explained.Seen one) -> one.span().start())
                        .thenComparingInt(one -> -one.span().end()))
                .toList();
    }

    /** Literals are seen in the condition; {@code and}, {@code or} and {@code not} say no more than their operands. */
    private static final class WorthTelling implements Expr.Visitor<Boolean> {

        static final WorthTelling INSTANCE = new WorthTelling();

        @Override
        public Boolean constant(Expr.Const expr) {
            return false;
        }

        @Override
        public Boolean input(Expr.Input expr) {
            return true;
        }

        @Override
        public Boolean let(Expr.Let expr) {
            return true;
        }

        @Override
        public Boolean local(Expr.Local expr) {
            return true;
        }

        @Override
        public Boolean special(Expr.Special expr) {
            return true;
        }

        @Override
        public Boolean text(Expr.Text expr) {
            return true;
        }

        @Override
        public Boolean list(Expr.ListOf expr) {
            return false;
        }

        @Override
        public Boolean object(Expr.ObjectOf expr) {
            return false;
        }

        @Override
        public Boolean field(Expr.Field expr) {
            return true;
        }

        @Override
        public Boolean index(Expr.Index expr) {
            return true;
        }

        @Override
        public Boolean slice(Expr.Slice expr) {
            return true;
        }

        @Override
        public Boolean call(Expr.Call expr) {
            return true;
        }

        @Override
        public Boolean template(Expr.TemplateCall expr) {
            return true;
        }

        @Override
        public Boolean host(Expr.HostCall expr) {
            return true;
        }

        @Override
        public Boolean map(Expr.MapCall expr) {
            return true;
        }

        @Override
        public Boolean unary(Expr.Unary expr) {
            return false;
        }

        @Override
        public Boolean binary(Expr.Binary expr) {
            return switch (expr.operator()) {
                case AND, OR -> false;
                default -> true;
            };
        }

        @Override
        public Boolean conditional(Expr.Conditional expr) {
            return true;
        }

        @Override
        public Boolean message(Expr.MessageOf expr) {
            return false;
        }
    }
}
