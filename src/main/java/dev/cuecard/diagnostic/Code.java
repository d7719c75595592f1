package dev.cuecard.diagnostic;

/**
 * The stable numbers of mistakes, by stage: P0xx text and syntax, P1xx imports and files, P2xx names, types and taint,
 * P3xx settings and the request, P4xx inputs and rendering, P5xx the reply, P6xx tests and recordings, P7xx providers
 * and configuration, P8xx lints. A number is never given to another mistake; what each means is told by
 * {@link Explanation}.
 */
public enum Code {
    /** A text block is never closed. */
    P002,
    /** An imported file is not there. */
    P101,
    /** A name that nothing declares is used as a variable. */
    P201,
    /** A name is declared twice. */
    P202,
    /** A name that nothing declares is used as a type. */
    P211,
    /** JSON mode without the word JSON in any message. */
    P301,
    /** Required inputs are missing. */
    P401,
    /** The reply does not match its type. */
    P501,
}
