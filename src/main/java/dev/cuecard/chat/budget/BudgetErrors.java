package dev.cuecard.chat.budget;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Why a call is not made for the money. */
public final class BudgetErrors {

    private static final int CENTS = 2;

    private BudgetErrors() {}

    /** It could cost more than is left. */
    static Diagnostic over(String model, Pricing.Bound.Known worst, Budget budget) {
        BigDecimal left = budget.left();
        BigDecimal unsettled = budget.unsettled();
        Diagnostic.Builder error = Diagnostic.error(
                        Code.P751,
                        "the next call could cost " + usd(worst.usd()) + ", and " + usd(left)
                                + " of the budget is left")
                .note("at most " + tokens(worst.inputTokens()) + " of the request and " + tokens(worst.outputTokens())
                        + " of the reply, at the prices of " + Quoted.of(model))
                .note("of " + usd(budget.limit()) + ", "
                        + (budget.spent().signum() == 0 ? "nothing" : usd(budget.spent())) + " is spent"
                        + (unsettled.signum() == 0
                                ? ""
                                : ", and up to " + usd(unsettled) + " for calls whose usage is not known"));
        BigDecimal enough = budget.limit().subtract(left).add(worst.usd()).setScale(CENTS, RoundingMode.UP);
        return error.help("allow more, such as `--max-cost " + enough.toPlainString()
                        + "`, or less of a reply: `max_completion_tokens`")
                .done();
    }

    /** The price of its model is not known. */
    public static Diagnostic noPrice(String model) {
        return Diagnostic.error(Code.P752, "a budget is set, and the price of " + Quoted.of(model) + " is not known")
                .note("a call is made within a budget only when it is known what it costs at most")
                .help("say its prices in `cuecard.json`: {\"models\": {\"" + model
                        + "\": {\"input_usd\": 0.1, \"output_usd\": 0.5}}}")
                .done();
    }

    /** Its service tier has other prices. */
    public static Diagnostic noPriceOfTier(String model, String tier) {
        return Diagnostic.error(
                        Code.P752,
                        "a budget is set, and the price of " + Quoted.of(model) + " in the service tier "
                                + Quoted.of(tier) + " is not known")
                .note("the prices that are known are those of the default tier")
                .help("leave out `service_tier`")
                .done();
    }

    /** Its reply has no bound. */
    public static Diagnostic noBound(String model) {
        return Diagnostic.error(
                        Code.P753, "a budget is set, and a reply of " + Quoted.of(model) + " may be of any length")
                .note("a call is made within a budget only when it is known what it costs at most")
                .help("bound it: max_completion_tokens = 300")
                .done();
    }

    /** It has pictures, whose tokens nobody counts. */
    public static Diagnostic noBoundOfPictures(String model) {
        return Diagnostic.error(Code.P753, "a budget is set, and the pictures of the request may be of any size")
                .note("their tokens are not counted, and the context window of " + Quoted.of(model) + " is not known")
                .help("say it in `cuecard.json`: {\"models\": {\"" + model + "\": {\"context_window\": 128000}}}")
                .done();
    }

    /** Money as messages show it: {@code $0.25}; small amounts in full. */
    public static String usd(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return "$" + (plain.scale() < CENTS ? plain.setScale(CENTS) : plain).toPlainString();
    }

    private static String tokens(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d token" : "%,d tokens", count);
    }
}
