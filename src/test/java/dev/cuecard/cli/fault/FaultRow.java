package dev.cuecard.cli.fault;

import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.http.RawServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * One line of the table of faults, with what is expected of it.
 *
 * @param fault what goes wrong
 * @param server starts who does it; null where nobody listens
 * @param url the base URL, with {@code PORT} in it
 * @param streams whether the reply is streamed
 * @param calls how many requests there are
 * @param counted what counts them
 * @param outcome the outcome
 * @param exit the exit code
 * @param timer the bound of time that ends it, which is a second in the test; null where none does
 */
record FaultRow(
        String fault,
        ThrowingSupplier<RawServer> server,
        String url,
        boolean streams,
        int calls,
        AtomicInteger counted,
        String outcome,
        int exit,
        Timeouts.Name timer) {

    /** The same, ended by a bound of time. */
    FaultRow boundBy(Timeouts.Name name) {
        return new FaultRow(fault, server, url, streams, calls, counted, outcome, exit, name);
    }
}
