package dev.cuecard.output;

import java.util.ArrayList;
import java.util.List;

/** A result in one quiet line: verdict, model, asks, tokens, cost, time. */
public final class Summary {

    private Summary() {}

    /** The line; what is not known is left out. */
    public static String of(Envelope envelope) {
        List<String> parts = new ArrayList<>();
        parts.add(
                envelope.outcome() == null
                        ? "nothing asked"
                        : envelope.outcome().word());
        if (envelope.model() != null) {
            parts.add(envelope.model() + (envelope.simulated() ? " (simulated)" : ""));
        }
        int asks = envelope.attempts().size();
        parts.add(asks == 1 ? "1 attempt" : asks + " attempts");
        if (envelope.usage() != null) {
            parts.add(envelope.usage().promptTokens() + " + " + envelope.usage().completionTokens() + " tokens");
        }
        if (envelope.costUsd() != null && !envelope.simulated()) {
            parts.add("$" + envelope.costUsd().toPlainString());
        }
        parts.add(envelope.latencyMs() + " ms");
        return String.join(", ", parts);
    }
}
