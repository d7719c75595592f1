package dev.cuecard.sim;

import java.time.Duration;

/** Has something done after a while. */
interface Later {
    void run(Duration wait, Runnable action);
}
