package dev.cuecard.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a call's time.
 *
 * @param connect until there is a connection
 * @param attempt for one request and its whole reply
 */
record Timeouts(Duration connect, Duration attempt) {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400);

    static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(600));

    /** Reads {@code connect=2.5} and {@code attempt=60}; stops for anything else. */
    static Timeouts of(Console console, List<String> options) throws CommandStopped {
        Timeouts bounds = DEFAULT;
        for (String option : options) {
            int sign = option.indexOf('=');
            String name = sign < 0 ? option : option.substring(0, sign);
            Duration time = sign < 0 ? null : seconds(option.substring(sign + 1));
            if (time != null && name.equals("connect")) {
                bounds = new Timeouts(time, bounds.attempt);
            } else if (time != null && name.equals("attempt")) {
                bounds = new Timeouts(bounds.connect, time);
            } else {
                new WrongUse(
                                "`--timeout " + option + "` is not a time limit",
                                "write `--timeout connect=5` or `--timeout attempt=60`, in seconds up to 86400")
                        .print(console.err());
                throw new CommandStopped(ExitCode.USAGE);
            }
        }
        return bounds;
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
