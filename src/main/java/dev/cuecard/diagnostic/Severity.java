package dev.cuecard.diagnostic;

import java.util.Locale;

/** How much a finding weighs: an error stops the next stage, a warning does not. */
public enum Severity {
    /** Nothing is sent while one of these stands. */
    ERROR,
    /** Worth mending today, but the prompt runs. */
    WARNING;

    /** The word a user reads. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
