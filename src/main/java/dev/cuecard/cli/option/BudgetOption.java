package dev.cuecard.cli.option;

import dev.cuecard.chat.budget.Budget;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.WrongUse;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command may spend. */
public final class BudgetOption {

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description =
                    "The most that all calls together may cost, in US dollars: 0.50. A call is made only when it cannot cost "
                            + "more than is left; exit code 5 when one is not.")
    private @Nullable BigDecimal maxCost;

    /** The budget, or null for any amount; what is wrong with it has been said when it stops. */
    @Nullable
    public Budget read(Console console) throws CommandStopped {
        if (maxCost == null) {
            return null;
        } else if (maxCost.signum() <= 0) {
            throw new WrongUse(
                            "`--max-cost` is an amount above 0, got " + maxCost.toPlainString(),
                            "write `--max-cost 0.50` for half a dollar")
                    .stop(console);
        }
        return Budget.ofUsd(maxCost);
    }
}
