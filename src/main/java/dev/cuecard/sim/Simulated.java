package dev.cuecard.sim;

/**
 * A made-up reply.
 *
 * @param content its text
 * @param fit how well it is what was wanted
 */
record Simulated(String content, Fit fit) {

    /** How well a reply is what was wanted. */
    enum Fit {
        /** All of it. */
        ACCEPTED,
        /** It fits the schema, but nothing that was tried was accepted. */
        NOT_ACCEPTED,
        /** No value of the schema was found. */
        NO_VALUE
    }
}
