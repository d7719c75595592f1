package dev.cuecard;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.Cancellation;
import dev.cuecard.data.Json;
import dev.cuecard.output.PartialOutput;
import org.jspecify.annotations.Nullable;

/** Passes on what arrives of one reply: its text, and the output as far as it is complete. */
final class Hearing implements CallListener {

    private final @Nullable StreamListener listener;
    private final @Nullable PartialOutput output;
    private final Cancellation cancellation;

    /**
     * @param listener who wants to hear of it, or null for nobody: the reply is not streamed then
     * @param output what grows out of the text, or null where the output is text
     */
    Hearing(@Nullable StreamListener listener, @Nullable PartialOutput output, Cancellation cancellation) {
        this.listener = listener;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public boolean wantsText() {
        return listener != null;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void text(String more) {
        if (listener == null) {
            return;
        }
        listener.text(more);
        Json value = output == null ? null : output.add(more);
        if (value != null) {
            listener.value(value);
        }
    }
}
