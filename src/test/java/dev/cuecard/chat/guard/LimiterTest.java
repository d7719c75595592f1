package dev.cuecard.chat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
    void halvesWhenThereAreTooManyAndNeverBelowOne() throws Exception {
        Limiter limiter = new Limiter(8);
        List<Integer> limits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Limiter.Slot slot = begin(limiter);
            slot.tooMany();
            slot.end(false);
            limits.add(limiter.limit());
        }
        assertThat(limits).containsExactly(2, 1, 1, 1);
    }

    @Test
    void eachHalvingMakesItSlowerToGrow() throws Exception {
        Limiter limiter = new Limiter(8);
        Limiter.Slot slot = begin(limiter);
        slot.tooMany();
        slot.end(false);
        ends(limiter, 3, true);
        assertThat(limiter.limit()).isEqualTo(2);
        ends(limiter, 1, true);
        assertThat(limiter.limit()).isEqualTo(3);
    }

    @Test
    void callsThatRanTogetherHalveItOnceAndTheirFurtherAttemptsAgain() throws Exception {
        Limiter limiter = new Limiter(8);
        Limiter.Slot one = begin(limiter);
        Limiter.Slot other = begin(limiter);
        one.tooMany();
        other.tooMany();
        assertThat(limiter.limit()).isEqualTo(2);
        one.tooMany();
        other.tooMany();
        assertThat(limiter.limit()).isEqualTo(1);
    }

    @Test
    void failuresDoNotLetItGrow() throws Exception {
        Limiter limiter = new Limiter(8);
        ends(limiter, 20, false);
        assertThat(limiter.limit()).isEqualTo(4);
    }

    @Test
    void noMoreAreUnderWayThanMayBe() throws Exception {
        Limiter limiter = new Limiter(16);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger tooMany = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Thread thread = new Thread(() -> {
                try {
                    Limiter.Slot slot = begin(limiter);
                    if (inside.incrementAndGet() > 16) {
                        tooMany.incrementAndGet();
                    }
                    inside.decrementAndGet();
                    slot.end(true);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(tooMany).hasValue(0);
        assertThat(inside).hasValue(0);
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        Limiter limiter = new Limiter(1);
        Limiter.Slot slot = begin(limiter);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> limiter.begin(Cancellation.NONE)).isInstanceOf(InterruptedException.class);
        slot.end(true);
        begin(limiter);
    }

    @Test
    void soDoesCancelling() throws Exception {
        Limiter limiter = new Limiter(1);
        Limiter.Slot slot = begin(limiter);
        Cancellation cancellation = new Cancellation();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Limiter.Slot> waiting = threads.submit(() -> limiter.begin(cancellation));
            cancellation.cancel();
            assertThat(waiting.get(20, TimeUnit.SECONDS)).isNull();
        } finally {
            threads.shutdownNow();
        }
        slot.end(true);
        begin(limiter);
    }

    private static Limiter.Slot begin(Limiter limiter) throws InterruptedException {
        return limiter.begin(Cancellation.NONE);
    }

    private static void ends(Limiter limiter, int times, boolean answered) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            begin(limiter).end(answered);
        }
    }
}
