package dev.cuecard.chat.config;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;

/**
 * What reading a {@code cuecard.json} gave.
 *
 * @param configuration what could be read; empty when there is a mistake
 * @param findings its mistakes, by place
 */
public record ConfigurationReading(Configuration configuration, List<Diagnostic> findings) {

    /** Copies the list. */
    public ConfigurationReading {
        findings = List.copyOf(findings);
    }
}
