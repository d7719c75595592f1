package dev.cuecard.output;

import java.util.Locale;

/** How a run ended, in the words of the language. */
public enum Outcome {
    /** The reply is what the prompt asks for. */
    VALID,
    /** It is not JSON. */
    INVALID_JSON,
    /** It does not match its type. */
    SCHEMA_VIOLATION,
    /** It breaks an {@code ensure}. */
    ENSURE_FAILED,
    /** The model ran into its limit of tokens. */
    TRUNCATED,
    /** The model refuses to answer. */
    REFUSED,
    /** A content filter withheld the reply. */
    BLOCKED,
    /** There is nothing in it. */
    EMPTY,
    /** The model calls tools, and there is nobody to answer. */
    TOOL_CALLS,
    /** There is no reply. */
    PROVIDER_ERROR,
    /** The run was stopped. */
    CANCELLED,
    /** The next call could have cost more than is allowed. */
    OVER_BUDGET;

    /** The word of the language: {@code schema_violation}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the model, shown what is wrong, may do better. */
    public boolean isAskedAgain() {
        return switch (this) {
            case INVALID_JSON, SCHEMA_VIOLATION, ENSURE_FAILED, EMPTY -> true;
            case VALID, TRUNCATED, REFUSED, BLOCKED, TOOL_CALLS, PROVIDER_ERROR, CANCELLED, OVER_BUDGET -> false;
        };
    }
}
