package dev.cuecard.bind.encode;

import dev.cuecard.diagnostic.Diagnostic;

/** A Java value that no JSON stands for. */
final class NoJson extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    NoJson(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
