package dev.cuecard.tool;

import java.util.Objects;

/**
 * Thrown by a tool's code to tell the model why there is no result, in words that the model can act on: {@code no town
 * of that name}. Nothing of any other exception reaches the model.
 */
public final class ToolException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;

    /** @param message what the model is told */
    public ToolException(String message) {
        super(message);
        this.message = Objects.requireNonNull(message);
    }

    @Override
    public String getMessage() {
        return message;
    }
}
