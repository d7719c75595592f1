package dev.cuecard.render.value;

import dev.cuecard.diagnostic.Span;
import java.time.Duration;

/** Counts what one evaluator does and stops it at the limits. */
public final class Meter {

    /** The steps between two looks at the clock: some microseconds. */
    private static final int BETWEEN = 200;

    private final int mostText;
    private final int mostItems;
    private final long mostWork;
    private final int mostDepth;
    private final Duration mostTime;
    private long spent;
    private int depth;
    private final long end;
    private long looked;

    /**
     * Counts from now on.
     *
     * @param text the UTF-16 units of one text
     * @param items the items that {@code range} gives
     * @param work the steps of all
     * @param depth how deep expressions and values stand in each other
     * @param time how long all may take
     */
    public Meter(int text, int items, long work, int depth, Duration time) {
        this.mostText = text;
        this.mostItems = items;
        this.mostWork = work;
        this.mostDepth = depth;
        this.mostTime = time;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** The UTF-16 units that one text may have. */
    public int mostText() {
        return mostText;
    }

    /** The items that {@code range} may give. */
    public int mostItems() {
        return mostItems;
    }

    /** One expression more, one level deeper. */
    public void enter(Span at) {
        if (++depth > mostDepth) {
            throw new Stop(EvalErrors.tooDeep(at, mostDepth));
        }
        spend(1, at);
    }

    /** One level back. */
    public void leave() {
        depth--;
    }

    /** Back at the top: a mistake may have left the levels as they were. */
    public void reset() {
        depth = 0;
    }

    /** So many steps more. */
    public void spend(long steps, Span at) {
        spent += steps;
        if (spent > mostWork) {
            throw new Stop(EvalErrors.tooMuchWork(at, mostWork));
        } else if (spent - looked >= BETWEEN) {
            looked = spent;
            if (System.nanoTime() - end > 0) {
                throw new Stop(EvalErrors.tooLong(at, mostTime));
            }
        }
    }

    /** A text of that length is about to be made. */
    public void text(long length, Span at) {
        fits(length, at);
        spend(length >> 6, at);
    }

    /** A text is about to be made longer by so much. */
    public void grow(int length, int more, Span at) {
        fits((long) length + more, at);
        spend(more >> 6, at);
    }

    private void fits(long length, Span at) {
        if (length > mostText) {
            throw new Stop(EvalErrors.textTooLong(at, mostText));
        }
    }

    /** A value of that depth is looked into. */
    public void nested(int levels, Span at) {
        if (levels > mostDepth) {
            throw new Stop(EvalErrors.tooDeep(at, mostDepth));
        }
    }
}
