package dev.cuecard.chat.guard;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatErrors;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A client that the host wrote, which may do anything: it is called on a thread of its own, for a bounded time, and what
 * it gives is looked at. Who listens hears of it on the thread that asks.
 */
public final class OwnClient implements ChatClient {

    /** The last event. */
    @SuppressWarnings("UnnecessaryLambda") // It is known by its identity.
    private static final Runnable END = () -> {};

    /** Of the 200 ms in which a run that is cancelled is back. */
    private static final Duration MOMENT = Duration.ofMillis(80);

    /** So much may be told before it is heard. */
    private static final int AHEAD = 256;

    private final ChatClient own;
    private final @Nullable String name;
    private final Duration bound;

    /**
     * @param own the host's
     * @param name what a person calls who answers, where the client does not say
     * @param bound how long a call may take
     */
    public OwnClient(ChatClient own, @Nullable String name, Duration bound) {
        this.own = own;
        this.name = name;
        this.bound = bound;
    }

    @Override
    public @Nullable String provider() {
        String said;
        try {
            said = own.provider();
        } catch (RuntimeException e) {
            // It is asked for its name alone: that it fails is told when it is asked for more.
            said = null;
        }
        return said == null ? name : said;
    }

    @Override
    public ChatOutcome complete(ChatRequest request) throws InterruptedException {
        return complete(request, CallListener.NONE);
    }

    @Override
    public ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
        long start = System.nanoTime();
        BlockingQueue<Runnable> events = new ArrayBlockingQueue<>(AHEAD);
        AtomicBoolean cancelled = new AtomicBoolean();
        FutureTask<@Nullable ChatOutcome> task =
                new FutureTask<>(() -> own.complete(request, new Relay(listener, events)));
        Thread thread = new Thread(
                () -> {
                    task.run();
                    tell(events, END);
                },
                "cuecard-client");
        thread.setDaemon(true);
        Cancellation.Hook hook = listener.cancellation().onCancel(() -> {
            cancelled.set(true);
            // If there is no room, there is something to hear anyway.
            events.offer(() -> {});
        });
        thread.start();
        try {
            if (!hear(events, cancelled, start + bound.toNanos())) {
                return failed(OwnClientErrors.late(bound), Fault.Kind.ATTEMPT_TIMEOUT, start);
            } else if (cancelled.get() && !task.isDone()) {
                return failed(ChatErrors.cancelled(), Fault.Kind.CANCELLED, start);
            }
            return ended(task, start);
        } finally {
            hook.close();
            task.cancel(true);
            thread.interrupt();
        }
    }

    /**
     * Passes on what is told until it is over; false when the time is. Cancelled, the client has a moment to end by
     * itself: a reply that has arrived whole by then still counts.
     */
    private static boolean hear(BlockingQueue<Runnable> events, AtomicBoolean cancelled, long bound)
            throws InterruptedException {
        long end = bound;
        boolean ending = false;
        while (true) {
            if (cancelled.get() && !ending) {
                ending = true;
                end = Math.min(end, System.nanoTime() + MOMENT.toNanos());
            }
            Runnable event = events.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (event == null) {
                return ending;
            } else if (event == END) {
                return true;
            }
            event.run();
        }
    }

    private static void tell(BlockingQueue<Runnable> events, Runnable event) {
        try {
            events.put(event);
        } catch (InterruptedException e) {
            // Nobody listens any more.
            Thread.currentThread().interrupt();
        }
    }

    private static ChatOutcome ended(FutureTask<@Nullable ChatOutcome> task, long start) throws InterruptedException {
        try {
            ChatOutcome outcome = task.get();
            String nonsense = OwnClientErrors.nonsense(outcome);
            return nonsense == null && outcome != null
                    ? outcome
                    : failed(
                            OwnClientErrors.unusable(nonsense == null ? "no outcome" : nonsense),
                            Fault.Kind.NOT_A_REPLY,
                            start);
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            return failed(OwnClientErrors.threw(thrown), Fault.Kind.NO_CONNECTION, start);
        }
    }

    private static ChatOutcome failed(Diagnostic why, Fault.Kind kind, long start) {
        return new ChatOutcome.Failed(why, Fault.of(kind), Duration.ofNanos(System.nanoTime() - start), 0);
    }

    /** Tells the thread that asks. */
    private record Relay(CallListener listener, BlockingQueue<Runnable> events) implements CallListener {

        @Override
        public boolean wantsText() {
            return listener.wantsText();
        }

        @Override
        public Cancellation cancellation() {
            return listener.cancellation();
        }

        @Override
        public void text(String more) {
            tell(events, () -> listener.text(more));
        }

        @Override
        public boolean retries(Fault fault, Duration wait) {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            tell(events, () -> answer.complete(listener.retries(fault, wait)));
            try {
                return answer.get();
            } catch (InterruptedException | ExecutionException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
