package dev.cuecard.render.value;

import dev.cuecard.diagnostic.Diagnostic;

/** A mistake on its way to the edge of evaluating, where it becomes a value; never seen outside. */
public final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    /** Stops at that mistake. */
    public Stop(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    /** The mistake. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
