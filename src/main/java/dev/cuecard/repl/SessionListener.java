package dev.cuecard.repl;

import dev.cuecard.StreamListener;
import dev.cuecard.data.Json;

/**
 * Hears of what takes its time, on the thread that submitted it. All of it is told again, whole and validated, by the
 * {@link Reaction}.
 */
public interface SessionListener extends StreamListener {

    /** Hears and does nothing. */
    SessionListener NONE = new SessionListener() {
        @Override
        public void waiting(String model) {}

        @Override
        public void text(String more) {}

        @Override
        public void value(Json partial) {}

        @Override
        public void again() {}

        @Override
        public void progress(String line) {}
    };

    /** A request is sent to a model, and nothing has come back yet. */
    void waiting(String model);

    @Override
    void value(Json partial);

    @Override
    void again();

    /** One of several things has ended: a test, say. What the session says at the end has it, too. */
    void progress(String line);
}
