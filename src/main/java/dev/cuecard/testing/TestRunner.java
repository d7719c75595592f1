package dev.cuecard.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Runs tests, several at once, and tells of them in their order. */
public final class TestRunner {

    private final TestOptions options;
    private final ReplySource replies;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Runs them so, with the replies of that source where they bring none along. */
    public TestRunner(TestOptions options, ReplySource replies) {
        this.options = options;
        this.replies = replies;
    }

    /**
     * Runs them all.
     *
     * @param told is told of each in the order of the list, on the thread of the caller, as soon as it and those before
     *     it have ended
     * @throws InterruptedException when the thread is interrupted: nothing is under way any more then, and those that
     *     ended have been told of
     * @throws RunnerDefect when a test breaks the runner: after all others have ended and been told of
     */
    public SuiteResult run(List<TestCase> cases, Consumer<CaseResult> told) throws InterruptedException {
        return run(cases, told, runs -> {});
    }

    /**
     * The same, and tells how far it is.
     *
     * @param done is told, on any thread, of so many more runs that are done or need not be done; all together they are
     *     {@link TestOptions#runs} of each test
     */
    public SuiteResult run(List<TestCase> cases, Consumer<CaseResult> told, IntConsumer done)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(options.jobs(), TestRunner::thread);
        try {
            List<Future<CaseResult>> running = new ArrayList<>();
            for (TestCase one : cases) {
                running.add(threads.submit(() -> run(one, done)));
            }
            List<CaseResult> results = new ArrayList<>();
            List<Throwable> defects = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                CaseResult result = ended(cases.get(i), running.get(i), defects);
                results.add(result);
                told.accept(result);
            }
            if (!defects.isEmpty()) {
                throw new RunnerDefect(new SuiteResult(results), defects);
            }
            return new SuiteResult(results);
        } finally {
            threads.shutdownNow();
        }
    }

    private CaseResult run(TestCase one, IntConsumer done) throws InterruptedException {
        if (stopped.get() || options.cancellation().isCancelled()) {
            done.accept(options.runs(one));
            return new CaseResult(one, Verdict.SKIPPED, List.of(), 0, List.of());
        }
        CaseResult result = new CaseRunner(one, options, replies, done).run();
        done.accept(options.runs(one) - result.trials().size());
        if (options.failFast() && result.verdict() != Verdict.PASSED && result.verdict() != Verdict.SKIPPED) {
            stopped.set(true);
        }
        return result;
    }

    private static CaseResult ended(TestCase one, Future<CaseResult> future, List<Throwable> defects)
            throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            // What the prompt, the inputs or the reply do wrong is a value: this is a defect, told as one in the end,
            // so
            // that the replies of the others, which may have cost something, are not lost.
            defects.add(e.getCause());
            return new CaseResult(one, Verdict.BROKEN, List.of(), 0, List.of());
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "cuecard-test");
        thread.setDaemon(true);
        return thread;
    }
}
