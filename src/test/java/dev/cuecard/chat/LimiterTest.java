package dev.cuecard.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LimiterTest {

    @Test
    void beginsWithFourAndGrowsOnSuccess() throws Exception {
        Limiter limiter = new Limiter(6);
        assertThat(limiter.limit()).isEqualTo(4);
        ends(limiter, 3, true);
        assertThat(limiter.limit()).isEqualTo(4);
        ends(limiter, 1, true);
        assertThat(limiter.limit()).isEqualTo(5);
        ends(limiter, 50, true);
        assertThat(limiter.limit()).isEqualTo(6);
    }

    @Test
    void halvesWhenThereAreTooManyAndNeverBelowOne() {
        Limiter limiter = new Limiter(8);
        List<Integer> limits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            limiter.tooMany();
            limits.add(limiter.limit());
        }
        assertThat(limits).containsExactly(2, 1, 1, 1);
    }

    @Test
    void failuresDoNotLetItGrow() throws Exception {
        Limiter limiter = new Limiter(8);
        ends(limiter, 20, false);
        assertThat(limiter.limit()).isEqualTo(4);
    }

    /** A server that allows two at once answers all of a hundred runs in the end. */
    @Test
    void aHundredRunsAgainstAServerThatAllowsTwo() throws Exception {
        Limiter limiter = new Limiter(16);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Thread thread = new Thread(() -> {
                boolean answered = false;
                while (!answered) {
                    try {
                        limiter.begin();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    answered = inside.incrementAndGet() <= 2;
                    if (!answered) {
                        limiter.tooMany();
                    }
                    Thread.onSpinWait();
                    inside.decrementAndGet();
                    limiter.end(answered);
                }
                good.incrementAndGet();
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(good).hasValue(100);
        assertThat(inside).hasValue(0);
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        Limiter limiter = new Limiter(1);
        limiter.begin();
        Thread.currentThread().interrupt();
        assertThatThrownBy(limiter::begin).isInstanceOf(InterruptedException.class);
        limiter.end(true);
        limiter.begin();
    }

    private static void ends(Limiter limiter, int times, boolean answered) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            limiter.begin();
            limiter.end(answered);
        }
    }
}
