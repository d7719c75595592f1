package dev.cuecard.chat.http;

import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.reply.Answer;
import dev.cuecard.chat.reply.Call;
import java.util.function.Consumer;

/** Sends a request once and reads what comes. */
interface Attempting {

    /**
     * Sends it.
     *
     * @param text gets the text of a streamed reply as it arrives
     */
    Answer send(Sending sending, Call call, Timers timers, Cancellation cancellation, Consumer<String> text)
            throws InterruptedException;

    /** Over HTTP. */
    static Attempting over(HttpConnections connections) {
        return (sending, call, timers, cancellation, text) ->
                new Attempt(connections, call, timers, cancellation, text).send(sending.request());
    }
}
