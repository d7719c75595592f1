package dev.cuecard.sim;

/**
 * How often the simulator does something wrong.
 *
 * @param fault what it does
 * @param rate the share of requests, from 0 to 1; which ones is decided by the seed and the request's number
 */
public record Injection(SimFault fault, double rate) {

    /** Checks the bounds. */
    public Injection {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate: " + rate);
        }
    }
}
