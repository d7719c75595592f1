package dev.cuecard.render.eval;

import dev.cuecard.data.Json;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The variables of loops, the parameters and the {@code {{ let }}}s of one text; grows as they are set. */
final class Frame {

    private @Nullable Json[] slots = new Json[8];

    @Nullable
    Json get(int slot) {
        return slot < slots.length ? slots[slot] : null;
    }

    /** Sets a slot; a negative one stands for a name that nobody asks for. */
    void set(int slot, @Nullable Json value) {
        if (slot < 0) {
            return;
        }
        if (slot >= slots.length) {
            slots = Arrays.copyOf(slots, Math.max(slot + 1, slots.length * 2));
        }
        slots[slot] = value;
    }

    /** Another frame that begins with the same values. */
    Frame copy() {
        Frame copy = new Frame();
        copy.slots = slots.clone();
        return copy;
    }
}
