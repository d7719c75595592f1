package dev.cuecard.chat.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRulesTest {

    private static final RetryRules RULES = new RetryRules(2, Duration.ofMinutes(2));

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 599})
    void temporary(int status) {
        assertThat(decide(status, "")).isInstanceOf(Decision.Again.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 405, 413, 418, 422, 451, 501, 505})
    void lasting(int status) {
        assertThat(decide(status, "")).isEqualTo(new Decision.Stop(null));
    }

    @ParameterizedTest
    @CsvSource({"400, true, true", "501, True, true", "503, false, false", "429, FALSE, false", "503, maybe, true"})
    void whatTheServerSaysOfRetries(int status, String said, boolean again) {
        assertThat(decide(status, "x-should-retry: " + said) instanceof Decision.Again)
                .isEqualTo(again);
    }

    @Test
    void hopelessWhateverTheStatusAndTheHeader() {
        Failure failure = new Failure(status(503), true, AskedWaitTest.headers("x-should-retry: true"), false);
        assertThat(decide(failure, 0, Duration.ZERO)).isEqualTo(new Decision.Stop(null));
    }

    @Test
    void nothingThatWasShownIsAskedForAgain() {
        Failure failure = new Failure(Fault.of(Fault.Kind.CUT), false, AskedWaitTest.headers(""), true);
        assertThat(decide(failure, 0, Duration.ZERO)).isEqualTo(new Decision.Stop(null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {
                "NO_CONNECTION",
                "CONNECT_TIMEOUT",
                "RESET",
                "EMPTY",
                "CUT",
                "BROKEN_STREAM",
                "HEADERS_TIMEOUT",
                "FIRST_TIMEOUT",
                "DATA_TIMEOUT",
                "BYTES_TIMEOUT",
                "ATTEMPT_TIMEOUT",
                "ERROR_IN_REPLY"
            })
    void faultsThatPass(Fault.Kind kind) {
        Failure failure = new Failure(Fault.of(kind), false, AskedWaitTest.headers(""), false);
        assertThat(decide(failure, 0, Duration.ZERO)).isInstanceOf(Decision.Again.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"NOT_SENT", "CLOSED", "NO_SUCH_HOST", "TLS", "NOT_HTTP", "REDIRECT", "TOO_LARGE", "NOT_A_REPLY"})
    void faultsThatDoNot(Fault.Kind kind) {
        Failure failure = new Failure(Fault.of(kind), false, AskedWaitTest.headers(""), false);
        assertThat(decide(failure, 0, Duration.ZERO)).isEqualTo(new Decision.Stop(null));
    }

    @Test
    void attemptsAreUsedUp() {
        Failure failure = new Failure(status(500), false, AskedWaitTest.headers(""), false);
        assertThat(decide(failure, 1, Duration.ZERO)).isInstanceOf(Decision.Again.class);
        assertThat(decide(failure, 2, Duration.ZERO)).isEqualTo(new Decision.Stop("tried 3 times"));
    }

    @Test
    void aWaitThatIsTooLongFailsAtOnce() {
        assertThat(decide(429, "retry-after: 86400"))
                .isEqualTo(new Decision.Stop("it asks to wait for 86400 s, more than the 60 s that are waited"));
    }

    @Test
    void theOverallTimeout() {
        Failure failure = new Failure(status(429), false, AskedWaitTest.headers("retry-after: 30"), false);
        assertThat(decide(failure, 0, Duration.ofSeconds(90))).isEqualTo(new Decision.Again(Duration.ofSeconds(30)));
        assertThat(decide(failure, 1, Duration.ofSeconds(91)))
                .isEqualTo(new Decision.Stop(
                        "another attempt could not begin within the overall timeout of 120 s; tried 2 times"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 500",
        "1, 0, 1000",
        "2, 0, 2000",
        "3, 0, 4000",
        "4, 0, 8000",
        "5, 0, 8000",
        "0, 1, 375",
        "9, 1, 6000"
    })
    void ownBackoff(int made, double chance, long millis) {
        assertThat(RetryRules.backoff(made, chance)).isEqualTo(Duration.ofMillis(millis));
    }

    private static Decision decide(int status, String headers) {
        return decide(new Failure(status(status), false, AskedWaitTest.headers(headers), false), 0, Duration.ZERO);
    }

    private static Decision decide(Failure failure, int made, Duration elapsed) {
        return RULES.decide(failure, made, elapsed, Instant.EPOCH, 0);
    }

    private static Fault status(int status) {
        return new Fault(Fault.Kind.STATUS, status, null, null);
    }
}
