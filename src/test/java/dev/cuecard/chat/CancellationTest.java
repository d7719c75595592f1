package dev.cuecard.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatIsToBeDoneIsDoneOnce() {
        Cancellation.Hook hook = cancellation.onCancel(done::incrementAndGet);
        assertThat(done).hasValue(0);
        cancellation.cancel();
        cancellation.cancel();
        hook.close();
        assertThat(done).hasValue(1);
        assertThat(cancellation.isCancelled()).isTrue();
    }

    @Test
    void whatIsClosedIsNotDone() {
        cancellation.onCancel(done::incrementAndGet).close();
        cancellation.cancel();
        assertThat(done).hasValue(0);
    }

    @Test
    void whatComesLateIsDoneAtOnce() {
        cancellation.cancel();
        cancellation.onCancel(done::incrementAndGet).close();
        assertThat(done).hasValue(1);
    }

    @Test
    void nobodyCancelsNone() {
        Cancellation.NONE.onCancel(done::incrementAndGet).close();
        assertThatThrownBy(Cancellation.NONE::cancel).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Cancellation.NONE.isCancelled()).isFalse();
        assertThat(done).hasValue(0);
    }

    @Test
    void aWaitEndsEarlyOrInItsTime() throws Exception {
        assertThat(cancellation.await(1)).isFalse();
        Thread other = new Thread(cancellation::cancel);
        other.start();
        assertThat(cancellation.await(Duration.ofMinutes(1).toNanos())).isTrue();
        assertThat(cancellation.await(Duration.ofMinutes(1).toNanos())).isTrue();
        other.join();
    }

    @Test
    void anInterruptIsTakenBack() {
        Cancellation.Hook hook = cancellation.interrupting();
        cancellation.cancel();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        hook.close();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void theInterruptOfSomeoneElseIsNot() {
        Cancellation.Hook hook = cancellation.interrupting();
        Thread.currentThread().interrupt();
        hook.close();
        assertThat(Thread.interrupted()).isTrue();
    }
}
