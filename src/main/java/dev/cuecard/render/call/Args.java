package dev.cuecard.render.call;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.value.EvalErrors;
import dev.cuecard.render.value.Meter;
import dev.cuecard.render.value.Numbers;
import dev.cuecard.render.value.Stop;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, evaluated when asked for; 0 is the filtered value. */
public final class Args {

    private final Expr.Call call;
    private final Values values;

    /** Those of a call, with what gives them their values. */
    public Args(Expr.Call call, Values values) {
        this.call = call;
        this.values = values;
    }

    Builtin builtin() {
        return call.builtin();
    }

    Values values() {
        return values;
    }

    Meter meter() {
        return values.meter();
    }

    /** The whole call. */
    Span span() {
        return call.span();
    }

    /** Where an argument stands; the call where it was left out. */
    Span at(int index) {
        Expr arg = arg(index);
        return arg == null ? call.span() : arg.span();
    }

    boolean has(int index) {
        return arg(index) != null;
    }

    private @Nullable Expr arg(int index) {
        return index < call.args().size() ? call.args().get(index) : null;
    }

    private Expr needed(int index) {
        Expr arg = arg(index);
        if (arg == null) {
            throw new Stop(EvalErrors.missing(call.span()));
        }
        return arg;
    }

    Json value(int index) {
        return values.present(needed(index));
    }

    Json value(int index, Json otherwise) {
        Expr arg = arg(index);
        Json value = arg == null ? null : values.value(arg);
        return value == null ? otherwise : value;
    }

    /** Text as it is printed. */
    String text(int index) {
        return values.text(needed(index));
    }

    String text(int index, String otherwise) {
        return has(index) ? text(index) : otherwise;
    }

    List<Json> list(int index) {
        return values.list(needed(index));
    }

    BigDecimal number(int index) {
        return values.number(needed(index));
    }

    /** A whole number between bounds. */
    int whole(int index, int least, int most, int otherwise) {
        if (!has(index)) {
            return otherwise;
        }
        BigDecimal value = number(index);
        if (value.stripTrailingZeros().scale() > 0
                || value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            String expected = "a whole number from " + least + (most == Integer.MAX_VALUE ? "" : " to " + most);
            throw new Stop(EvalErrors.argument(at(index), "`" + builtin().word() + "`", expected, Numbers.text(value)));
        }
        return value.intValue();
    }
}
