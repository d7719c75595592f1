package dev.cuecard.junit;

import dev.cuecard.chat.budget.Budget;
import dev.cuecard.sim.Simulator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;

/**
 * How tests are run: what the configuration parameters say.
 *
 * @param live whether a model is asked for the replies that are neither in the test nor recorded
 * @param staleWarns whether a stale recording aborts its test instead of failing it
 * @param emptyFails whether a selected file or folder without a test is a failing test
 * @param models the models to ask instead of the prompts' own; empty for those
 * @param maxCost what all calls of a run together may cost, in US dollars; null for any amount
 */
record Parameters(
        boolean live,
        boolean staleWarns,
        boolean emptyFails,
        List<String> models,
        @Nullable BigDecimal maxCost) {

    private static final String PREFIX = "cuecard.";
    static final String LIVE = PREFIX + "live";
    static final String STALE = PREFIX + "stale";
    static final String EMPTY = PREFIX + "empty";
    static final String MODELS = PREFIX + "models";
    static final String MAX_COST = PREFIX + "max-cost";

    /** As they are where nothing is set. */
    static final Parameters DEFAULT = of(name -> Optional.empty());

    Parameters {
        models = List.copyOf(models);
    }

    /**
     * Those that are set.
     *
     * @param value the value of a parameter, by its name
     * @throws JUnitException when one of them says something that has no meaning
     */
    static Parameters of(Function<String, Optional<String>> value) {
        boolean live = choice(value, LIVE, "false", "true").equals("true");
        List<String> models = value.apply(MODELS).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (!live && models.stream().anyMatch(name -> !name.equals(Simulator.MODEL))) {
            throw new JUnitException(MODELS + " names models to ask, and nothing is sent without " + LIVE
                    + "=true; only " + Simulator.MODEL + " needs no network");
        }
        return new Parameters(
                live,
                choice(value, STALE, "fail", "warn").equals("warn"),
                choice(value, EMPTY, "fail", "ignore").equals("fail"),
                models,
                value.apply(MAX_COST).map(Parameters::amount).orElse(null));
    }

    private static BigDecimal amount(String said) {
        try {
            BigDecimal amount = new BigDecimal(said.strip());
            if (amount.signum() > 0) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // Said below, as of an amount that is none.
        }
        throw new JUnitException(MAX_COST + " is an amount above 0, in US dollars, such as 0.50, got `" + said + "`");
    }

    /** A budget of its own for one run; null for any amount. */
    @Nullable
    Budget budget() {
        return maxCost == null ? null : Budget.ofUsd(maxCost);
    }

    private static String choice(
            Function<String, Optional<String>> value, String name, String otherwise, String alternative) {
        String said = value.apply(name).map(String::strip).orElse(otherwise);
        if (!said.equals(otherwise) && !said.equals(alternative)) {
            throw new JUnitException(name + " is " + otherwise + " or " + alternative + ", got `" + said + "`");
        }
        return said;
    }
}
