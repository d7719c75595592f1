package dev.cuecard;

import dev.cuecard.chat.CallListener;
import dev.cuecard.data.Json;
import dev.cuecard.output.PartialOutput;
import org.jspecify.annotations.Nullable;

/** Passes on what arrives of one reply: its text, and the output as far as it is complete. */
final class Hearing implements CallListener {

    private final StreamListener listener;
    private final @Nullable PartialOutput output;

    /** @param output what grows out of the text, or null where the output is text */
    Hearing(StreamListener listener, @Nullable PartialOutput output) {
        this.listener = listener;
        this.output = output;
    }

    @Override
    public boolean wantsText() {
        return true;
    }

    @Override
    public void text(String more) {
        listener.text(more);
        Json value = output == null ? null : output.add(more);
        if (value != null) {
            listener.value(value);
        }
    }
}
