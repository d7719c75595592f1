package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test.
 *
 * @param name its name
 * @param origin where that name is written
 * @param repeat how often it runs, at least 1
 * @param pass how many must pass, or null
 * @param rate which share must pass, or null
 * @param rowSlot the slot of the row in each of its expressions, or -1 without {@code for}
 * @param rows the rows, or null without {@code for}
 * @param bindings the inputs and {@code history}
 * @param stubs the results of tools
 * @param canned the reply that needs no model, or null
 * @param recoverAll whether replies are mended
 * @param expects the conditions
 * @param frame the slots that its expressions take
 */
public record CheckedTest(
        String name,
        Span origin,
        int repeat,
        @Nullable Integer pass,
        @Nullable BigDecimal rate,
        int rowSlot,
        @Nullable Expr rows,
        List<Binding> bindings,
        List<Binding> stubs,
        @Nullable Canned canned,
        boolean recoverAll,
        List<Expr> expects,
        int frame) {

    /** A name and the value it is given. */
    public record Binding(String name, Span origin, Expr value) {}

    /** A canned reply; {@code finish} is the API's finish reason. */
    public record Canned(Span span, Expr text, boolean refusal, String finish) {}
}
