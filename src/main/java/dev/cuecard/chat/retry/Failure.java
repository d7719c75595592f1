package dev.cuecard.chat.retry;

import dev.cuecard.chat.Fault;
import java.net.http.HttpHeaders;

/**
 * A failed attempt, in what a retry depends on.
 *
 * @param fault what went wrong
 * @param hopeless whether the server's words say that it cannot go better: no quota, a bad key, too long a request
 * @param headers those of the reply, or none
 * @param shown whether something of the reply was shown to someone
 */
public record Failure(Fault fault, boolean hopeless, HttpHeaders headers, boolean shown) {}
