package dev.cuecard.chat.retry;

import dev.cuecard.chat.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Whether a failed attempt is followed by another: the first rule that matches.
 *
 * @param retries the most attempts after the first
 * @param overall within which another attempt may begin, from the beginning of the first one
 */
public record RetryRules(int retries, Duration overall) {

    /** The retries where nothing else is said. */
    public static final int RETRIES = 2;

    private static final double FIRST_WAIT = 0.5;
    private static final double LONGEST_WAIT = 8;
    private static final double JITTER = 0.25;

    /**
     * Decides.
     *
     * @param failure the attempt that failed
     * @param made the retries made so far
     * @param elapsed the time since the first attempt began
     * @param now the time of day, for dates in headers
     * @param chance from 0 up to, not including, 1
     */
    public Decision decide(Failure failure, int made, Duration elapsed, Instant now, double chance) {
        if (!mayGoBetter(failure)) {
            return new Decision.Stop(null);
        } else if (made >= retries) {
            return new Decision.Stop(retries == 0 ? null : "tried " + (made + 1) + " times");
        }
        AskedWait asked = AskedWait.of(failure.headers(), now);
        if (asked instanceof AskedWait.TooLong longer) {
            return new Decision.Stop("it asks to wait for " + longer.said() + ", more than the "
                    + AskedWait.LONGEST.toSeconds() + " s that are waited");
        }
        Duration wait = asked instanceof AskedWait.Wait known ? known.time() : backoff(made, chance);
        if (elapsed.plus(wait).compareTo(overall) > 0) {
            return new Decision.Stop("another attempt could not begin within the overall timeout of "
                    + Seconds.of(overall) + (made == 0 ? "" : "; tried " + (made + 1) + " times"));
        }
        return new Decision.Again(wait);
    }

    /** Rules 2 to 7. */
    private static boolean mayGoBetter(Failure failure) {
        if (failure.hopeless() || failure.shown()) {
            return false;
        }
        String said = failure.headers()
                .firstValue("x-should-retry")
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (said.equals("true") || said.equals("false")) {
            return said.equals("true");
        }
        Integer status = failure.fault().status();
        return switch (failure.fault().kind()) {
            case STATUS -> status != null && isTemporary(status);
            case ERROR_IN_REPLY, NO_CONNECTION, CONNECT_TIMEOUT, RESET, EMPTY, CUT, BROKEN_STREAM -> true;
            case HEADERS_TIMEOUT, FIRST_TIMEOUT, DATA_TIMEOUT, BYTES_TIMEOUT, ATTEMPT_TIMEOUT -> true;
            case NOT_SENT, MISCONFIGURED, OVER_BUDGET, CANCELLED, CLOSED, NO_SUCH_HOST, PROXY, TLS, NOT_HTTP -> false;
            case REDIRECT, TOO_LARGE, NOT_A_REPLY -> false;
        };
    }

    private static boolean isTemporary(int status) {
        return switch (status) {
            case 408, 409, 425, 429 -> true;
            case 501, 505 -> false;
            default -> status >= 500;
        };
    }

    /** {@code min(0.5 s · 2ⁿ, 8 s) · (1 − 0.25·U)}. */
    static Duration backoff(int made, double chance) {
        double seconds = Math.min(FIRST_WAIT * Math.pow(2, made), LONGEST_WAIT) * (1 - JITTER * chance);
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
