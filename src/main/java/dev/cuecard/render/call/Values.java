package dev.cuecard.render.call;

import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.render.value.Meter;
import dev.cuecard.render.value.Pictures;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of the expressions that a call stands among. Each throws what stops it. */
public interface Values {

    /** What counts the steps. */
    Meter meter();

    /** The pictures among the values. */
    Pictures pictures();

    /** The value of an expression, or null when it is missing. */
    @Nullable
    Json value(Expr expr);

    /** A value that has to be there. */
    Json present(Expr expr);

    /** A number. */
    BigDecimal number(Expr expr);

    /** The items of a list. */
    List<Json> list(Expr expr);

    /** A value as it is printed. */
    String text(Expr expr);

    /** Whether a condition holds. */
    boolean holds(Expr expr);
}
