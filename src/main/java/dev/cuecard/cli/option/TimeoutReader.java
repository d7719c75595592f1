package dev.cuecard.cli.option;

import dev.cuecard.chat.Timeouts;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.diagnostic.Nearest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bounds of a call's time from a command line. */
public final class TimeoutReader {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400);
    private static final List<String> NAMES =
            Arrays.stream(Timeouts.Name.values()).map(Timeouts.Name::word).toList();

    private TimeoutReader() {}

    /** Reads {@code connect=2.5} and the like; stops for anything else. */
    public static Timeouts read(Console console, List<String> options) throws CommandStopped {
        Timeouts bounds = Timeouts.DEFAULT;
        for (String option : options) {
            int sign = option.indexOf('=');
            String word = sign < 0 ? option : option.substring(0, sign);
            Timeouts.Name name = name(word);
            Duration time = sign < 0 ? null : seconds(option.substring(sign + 1));
            if (name == null || time == null) {
                throw wrong(console, option, word, name != null);
            }
            bounds = bounds.with(name, time);
        }
        return bounds;
    }

    private static Timeouts.@Nullable Name name(String word) {
        return Arrays.stream(Timeouts.Name.values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static CommandStopped wrong(Console console, String option, String name, boolean known) {
        String nearest = known ? name : Nearest.of(name, NAMES);
        return new WrongUse(
                        "`--timeout " + option + "` is not a time limit",
                        nearest == null
                                ? "write one of " + String.join(", ", NAMES) + ", as in `--timeout attempt=60`"
                                : "write `--timeout " + nearest + "=60`, in seconds up to 86400")
                .stop(console);
    }

    private static @Nullable Duration seconds(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            boolean sensible = number.signum() > 0 && number.compareTo(LONGEST) <= 0;
            return sensible
                    ? Duration.ofMillis(Math.max(1, number.movePointRight(3).longValue()))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
