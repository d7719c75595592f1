package dev.cuecard.render.eval;

import dev.cuecard.diagnostic.Diagnostic;

/** A mistake on its way to the package's edge, where it becomes a value; never seen outside. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    Stop(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
