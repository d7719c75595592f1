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
    /** A name is given as an input that the prompt does not have. */
    P402,
    /** The value of an input does not fit its type. */
    P403,
    /** The text of an input is no well-formed Unicode. */
    P404,
    /** An input is too large. */
    P405,
    /** A value is missing where one is needed. */
    P410,
    /** A value is of another kind than its use needs. */
    P411,
    /** An argument or an index is out of its bounds. */
    P412,
    /** A division by zero. */
    P413,
    /** A range of too many numbers. */
    P414,
    /** A text is over the limit. */
    P415,
    /** Rendering takes too many steps. */
    P416,
    /** Values stand too deep in each other. */
    P417,
    /** A number has too many digits. */
    P418,
    /** No picture can be sent from a text. */
    P419,
    /** No message of the user is left. */
    P420,
    /** The reply does not match its type. */
    P501,
}
