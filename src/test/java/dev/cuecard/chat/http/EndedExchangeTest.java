package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.ChatOutcome;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An exchange that the caller ends: by an interrupt, and by closing the connections. */
@Timeout(60)
class EndedExchangeTest extends OneExchange {

    @Test
    void interruptEndsTheExchange() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server = new RawServer(connection -> {
            connection.readRequest();
            asked.countDown();
            connection.awaitEnd();
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                outcome();
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        caller.start();
        asked.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void interruptedBeforeItBegins() throws Exception {
        server = RawServer.answering(200, "", GOOD);
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::outcome).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server = new RawServer(connection -> {
            connection.readRequest();
            asked.countDown();
            connection.awaitEnd();
        });
        AtomicReference<ChatOutcome> ended = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                ended.set(outcome());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        caller.start();
        asked.await();
        connections.close();
        caller.join();
        assertThat(ended.get()).isInstanceOf(ChatOutcome.Failed.class);
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void closingLeavesNoThread() throws Exception {
        server = RawServer.answering(200, "", GOOD);
        reply();
        connections.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("cuecard-http")) {
                // Its pool is at its end, and it a moment later.
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
