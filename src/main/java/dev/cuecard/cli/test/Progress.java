package dev.cuecard.cli.test;

import dev.cuecard.cli.console.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A bar on the last line of the person's terminal while tests run, below the lines that are told of them; where there is
 * no terminal, or in CI, nothing. For many threads.
 */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 79;
    private static final int EVERY_MILLIS = 100;

    /** To the beginning of the line, and all of it away. */
    private static final String ERASE = "\r\u001b[K";

    /** What is longer than the line is cut, not continued on the next one. */
    private static final String CUT = "\u001b[?7l";

    private static final String CONTINUE = "\u001b[?7h";

    private final PrintStream err;
    private final @Nullable ProgressBar bar;
    private String shown = "";

    private Progress(PrintStream err, long runs) {
        this.err = err;
        this.bar = runs == 0 ? null : bar(runs);
    }

    /** Of so many runs. */
    static Progress of(Console console, long runs) {
        boolean watched = console.colour() && !console.environment().containsKey("CI");
        return new Progress(console.err(), watched ? runs : 0);
    }

    private ProgressBar bar(long runs) {
        return new ProgressBarBuilder()
                .setTaskName("tests")
                .setInitialMax(runs)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    private synchronized void draw(String line) {
        shown = line.strip();
        err.print(ERASE + CUT + shown + CONTINUE);
        err.flush();
    }

    /** Some more runs are done, or need not be done. */
    void done(int runs) {
        if (bar != null) {
            bar.stepBy(runs);
        }
    }

    /** Prints whole lines above the bar. */
    synchronized void above(Runnable lines) {
        if (shown.isEmpty()) {
            lines.run();
            return;
        }
        err.print(ERASE);
        lines.run();
        err.print(CUT + shown + CONTINUE);
        err.flush();
    }

    /** All are done: the bar goes. */
    @Override
    public void close() {
        if (bar != null) {
            // Not in the lock, which it takes to draw for the last time.
            bar.close();
            synchronized (this) {
                shown = "";
                err.print(ERASE);
                err.flush();
            }
        }
    }
}
