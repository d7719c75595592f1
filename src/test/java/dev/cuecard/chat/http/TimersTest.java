package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.SkippingPace;
import dev.cuecard.chat.Timeouts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimersTest {

    private final SkippingPace pace = new SkippingPace();

    @Test
    void aModelThatThinksIsWaitedForTenMinutes() {
        for (Timeouts.Name name : new Timeouts.Name[] {Timeouts.Name.HEADERS, Timeouts.Name.FIRST}) {
            Timers plain = new Timers(pace, Timeouts.DEFAULT, false);
            Timers thinks = new Timers(pace, Timeouts.DEFAULT, true);
            plain.start(name);
            thinks.start(name);
            pace.skip(Duration.ofSeconds(59));
            assertThat(plain.left()).isPositive();
            pace.skip(Duration.ofSeconds(1));
            assertThat(plain.left()).isNotPositive();
            pace.skip(Duration.ofSeconds(539));
            assertThat(thinks.left()).isPositive();
            pace.skip(Duration.ofSeconds(1));
            assertThat(thinks.left()).isNotPositive();
            assertThat(thinks.soonest()).isEqualTo(name);
        }
    }

    @Test
    void whatTheUserSaysHoldsForBoth() {
        Timeouts said = Timeouts.DEFAULT.with(Timeouts.Name.HEADERS, Duration.ofSeconds(7));
        assertThat(new Timers(pace, said, true).bound(Timeouts.Name.HEADERS)).hasSeconds(7);
        assertThat(new Timers(pace, said, false).bound(Timeouts.Name.HEADERS)).hasSeconds(7);
    }

    @Test
    void theOthersAreThoseOfTheContract() {
        Timers timers = new Timers(pace, Timeouts.DEFAULT, true);
        assertThat(timers.bound(Timeouts.Name.CONNECT)).hasSeconds(5);
        assertThat(timers.bound(Timeouts.Name.DATA)).hasSeconds(30);
        assertThat(timers.bound(Timeouts.Name.BYTES)).hasSeconds(60);
        assertThat(timers.bound(Timeouts.Name.ATTEMPT)).hasSeconds(600);
        assertThat(timers.bound(Timeouts.Name.OVERALL)).hasSeconds(120);
    }
}
