package dev.cuecard.chat.retry;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait before the next attempt. */
public sealed interface AskedWait {

    /** The longest wait that is taken. */
    Duration LONGEST = Duration.ofSeconds(60);

    /** It asks for nothing, or for nothing that makes sense. */
    record Nothing() implements AskedWait {}

    /** For a wait that can be waited. */
    record Wait(Duration time) implements AskedWait {}

    /**
     * For more than is waited.
     *
     * @param said what the header says, as it stands there
     */
    record TooLong(String said) implements AskedWait {}

    /**
     * Reads the headers of a reply. The first of these that is there counts, whatever it says: {@code retry-after-ms},
     * {@code x-ms-retry-after-ms}, {@code retry-after}; else the longest wait of the rate limits that are used up.
     *
     * @param now the time of day, for a date in a reply that does not say its own
     */
    static AskedWait of(HttpHeaders headers, Instant now) {
        for (String name : new String[] {"retry-after-ms", "x-ms-retry-after-ms"}) {
            Optional<String> millis = headers.firstValue(name);
            if (millis.isPresent()) {
                BigDecimal number = Parts.number(millis.get());
                return Parts.wait(number == null ? null : number.movePointLeft(3), millis.get() + " ms");
            }
        }
        Optional<String> after = headers.firstValue("retry-after");
        if (after.isPresent()) {
            BigDecimal seconds = Parts.number(after.get());
            return seconds != null
                    ? Parts.wait(seconds, after.get().strip() + " s")
                    : Parts.wait(Parts.untilDate(after.get(), headers, now), "until " + after.get());
        }
        return Parts.ofLimits(headers);
    }

    /** The readers of single values. */
    final class Parts {

        private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{0,20})?([eE][+-]?\\d{1,3})?");
        private static final Pattern PART = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ms|us|µs|ns|h|m|s|d)");
        private static final Map<String, BigDecimal> UNITS = Map.of(
                "d", BigDecimal.valueOf(86_400),
                "h", BigDecimal.valueOf(3_600),
                "m", BigDecimal.valueOf(60),
                "s", BigDecimal.ONE,
                "ms", BigDecimal.valueOf(1, 3),
                "us", BigDecimal.valueOf(1, 6),
                "µs", BigDecimal.valueOf(1, 6),
                "ns", BigDecimal.valueOf(1, 9));
        private static final BigDecimal MOST = BigDecimal.valueOf(LONGEST.toSeconds());
        private static final String REMAINING = "x-ratelimit-remaining";
        private static final String RESET = "x-ratelimit-reset";

        private Parts() {}

        static AskedWait wait(@Nullable BigDecimal seconds, String said) {
            if (seconds == null || seconds.signum() <= 0) {
                return new Nothing();
            } else if (seconds.compareTo(MOST) > 0) {
                return new TooLong(said);
            }
            return new Wait(Duration.ofNanos(seconds.movePointRight(9).longValue()));
        }

        static @Nullable BigDecimal number(String text) {
            String trimmed = text.strip();
            return NUMBER.matcher(trimmed).matches() ? new BigDecimal(trimmed) : null;
        }

        static @Nullable BigDecimal untilDate(String text, HttpHeaders headers, Instant now) {
            Instant then = date(text);
            if (then == null) {
                return null;
            }
            Instant from = headers.firstValue("date").map(Parts::date).orElse(null);
            return BigDecimal.valueOf(
                    Duration.between(from == null ? now : from, then).toMillis(), 3);
        }

        private static @Nullable Instant date(String text) {
            try {
                return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** {@code x-ratelimit-reset-requests: 6m0s} counts where {@code x-ratelimit-remaining-requests} is 0. */
        static AskedWait ofLimits(HttpHeaders headers) {
            BigDecimal longest = null;
            String said = "";
            for (String name : headers.map().keySet()) {
                String bucket = name.toLowerCase(Locale.ROOT);
                if (bucket.startsWith(RESET) && isUsedUp(headers, bucket.substring(RESET.length()))) {
                    String value = headers.firstValue(name).orElse("");
                    BigDecimal seconds = duration(value);
                    if (seconds != null && (longest == null || seconds.compareTo(longest) > 0)) {
                        longest = seconds;
                        said = value.strip();
                    }
                }
            }
            return wait(longest, said);
        }

        private static boolean isUsedUp(HttpHeaders headers, String bucket) {
            BigDecimal left =
                    headers.firstValue(REMAINING + bucket).map(Parts::number).orElse(null);
            return left != null && left.signum() <= 0;
        }

        /** {@code 6m0s}, {@code 20ms}, or a number of seconds. */
        static @Nullable BigDecimal duration(String text) {
            BigDecimal plain = number(text);
            if (plain != null) {
                return plain;
            }
            String rest = text.strip();
            BigDecimal sum = BigDecimal.ZERO;
            Matcher part = PART.matcher(rest);
            int at = 0;
            while (part.find(at) && part.start() == at) {
                sum = sum.add(new BigDecimal(part.group(1)).multiply(UNITS.get(part.group(2))));
                at = part.end();
            }
            return at == rest.length() && at > 0 ? sum : null;
        }
    }
}
