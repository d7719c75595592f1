package dev.cuecard.render.eval;

import dev.cuecard.diagnostic.Span;

/** Counts what one evaluator does and stops it at the limits. */
final class Meter {

    /** The steps between two looks at the clock: some microseconds. */
    private static final int BETWEEN = 200;

    private final Limits limits;
    private long spent;
    private int depth;
    private final long end;
    private long looked;

    Meter(Limits limits) {
        this.limits = limits;
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    Limits limits() {
        return limits;
    }

    /** One expression more, one level deeper. */
    void enter(Span at) {
        if (++depth > limits.depth()) {
            throw new Stop(EvalErrors.tooDeep(at, limits.depth()));
        }
        spend(1, at);
    }

    void leave() {
        depth--;
    }

    /** Back at the top: a mistake may have left the levels as they were. */
    void reset() {
        depth = 0;
    }

    void spend(long steps, Span at) {
        spent += steps;
        if (spent > limits.work()) {
            throw new Stop(EvalErrors.tooMuchWork(at, limits.work()));
        } else if (spent - looked >= BETWEEN) {
            looked = spent;
            if (System.nanoTime() - end > 0) {
                throw new Stop(EvalErrors.tooLong(at, limits.time()));
            }
        }
    }

    /** A text of that length is about to be made. */
    void text(long length, Span at) {
        fits(length, at);
        spend(length >> 6, at);
    }

    /** A text is about to be made longer by so much. */
    void grow(int length, int more, Span at) {
        fits((long) length + more, at);
        spend(more >> 6, at);
    }

    private void fits(long length, Span at) {
        if (length > limits.text()) {
            throw new Stop(EvalErrors.textTooLong(at, limits.text()));
        }
    }

    /** A value of that depth is looked into. */
    void nested(int levels, Span at) {
        if (levels > limits.depth()) {
            throw new Stop(EvalErrors.tooDeep(at, limits.depth()));
        }
    }
}
