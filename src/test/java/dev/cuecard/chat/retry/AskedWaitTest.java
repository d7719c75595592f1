package dev.cuecard.chat.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedWaitTest {

    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

    /** The rules of the transport, one line a case; the wait in milliseconds, {@code more} or {@code nothing}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | nothing",
                "retry-after: 1 | 1000",
                "Retry-After: 0.25 | 250",
                "retry-after: 60 | 60000",
                "retry-after: 60.001 | more",
                "retry-after: 86400 | more",
                "retry-after: 1000000000000 | more",
                "retry-after: 1e400 | more",
                "retry-after: 1e12 | more",
                "retry-after: 0 | nothing",
                "retry-after: -5 | nothing",
                "retry-after: NaN | nothing",
                "retry-after: Infinity | nothing",
                "retry-after: soon | nothing",
                "retry-after: | nothing",
                "retry-after: 0x10 | nothing",
                "retry-after-ms: 1500 | 1500",
                "retry-after-ms: 1500; retry-after: 7 | 1500",
                "x-ms-retry-after-ms: 20; retry-after: 7 | 20",
                "retry-after-ms: 30; x-ms-retry-after-ms: 20 | 30",
                "retry-after-ms: 60001 | more",
                "retry-after-ms: -1; retry-after: 7 | nothing",
                "retry-after: Tue, 24 Nov 2026 07:00:05 GMT | 5000",
                "retry-after: Tue, 24 Nov 2026 08:00:05 GMT; date: Tue, 24 Nov 2026 08:00:00 GMT | 5000",
                "retry-after: Tue, 24 Nov 2026 08:02:00 GMT; date: Tue, 24 Nov 2026 08:00:00 GMT | more",
                "retry-after: Tue, 24 Nov 2026 06:00:00 GMT | nothing",
                "retry-after: Tue, 99 Nov 2026 06:00:00 GMT | nothing",
                "x-ratelimit-reset-requests: 6m0s; x-ratelimit-remaining-requests: 0 | more",
                "x-ratelimit-reset-requests: 6m0s; x-ratelimit-remaining-requests: 5 | nothing",
                "x-ratelimit-reset-requests: 6m0s | nothing",
                "x-ratelimit-reset-requests: 2s; x-ratelimit-remaining-requests: 0; x-ratelimit-reset-tokens: 250ms; x-ratelimit-remaining-tokens: 0 | 2000",
                "x-ratelimit-reset-tokens: 1m1.5s; x-ratelimit-remaining-tokens: 0 | more",
                "x-ratelimit-reset-tokens: 1.5s; x-ratelimit-remaining-tokens: 0 | 1500",
                "x-ratelimit-reset-tokens: 12; x-ratelimit-remaining-tokens: 0 | 12000",
                "x-ratelimit-reset-tokens: later; x-ratelimit-remaining-tokens: 0 | nothing",
                "retry-after: soon; x-ratelimit-reset-tokens: 1s; x-ratelimit-remaining-tokens: 0 | nothing",
            })
    void reads(String headers, String expected) {
        AskedWait asked = AskedWait.of(headers(headers), NOW);
        String shown = asked instanceof AskedWait.Wait wait
                ? Long.toString(wait.time().toMillis())
                : asked instanceof AskedWait.TooLong ? "more" : "nothing";
        assertThat(shown).isEqualTo(expected);
        assertThat(asked instanceof AskedWait.Wait wait ? wait.time() : Duration.ZERO)
                .isLessThanOrEqualTo(AskedWait.LONGEST);
    }

    static HttpHeaders headers(String text) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : text == null || text.isBlank() ? new String[0] : text.split(";\\s*")) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon), List.of(line.substring(colon + 1).strip()));
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
