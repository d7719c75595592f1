package dev.cuecard.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the simulator can do wrong on request, so that programs can be rehearsed. */
public enum SimFault {
    /** The text ends in its middle, at the limit of tokens. */
    TRUNCATE("the reply ends in its middle, at the limit of tokens"),
    /** The text stands in a code fence. */
    FENCE("the reply stands in a code fence"),
    /** There is prose around the text. */
    PROSE("there is prose around the reply"),
    /** A field of a JSON reply has another type. */
    WRONG_TYPE("a field of a JSON reply has another type"),
    /** A field of a JSON reply is missing. */
    MISSING_FIELD("a field of a JSON reply is missing"),
    /** The text is empty. */
    EMPTY("the reply is an empty text"),
    /** The model refuses. */
    REFUSAL("the model refuses to answer"),
    /** A filter withholds the text. */
    CONTENT_FILTER("a content filter withholds the reply"),
    /** Status 401. */
    KEY("401: the key is not accepted"),
    /** Status 429 with a wait of a second. */
    RATE_LIMIT("429: too many requests, with a wait of one second"),
    /** Status 429 for good. */
    QUOTA("429: the quota is used up"),
    /** Status 500. */
    SERVER_ERROR("500: the server has a fault"),
    /** Status 503. */
    OVERLOADED("503: the server is overloaded"),
    /** A web page instead of a reply. */
    HTML("200 with a web page"),
    /** A good status and no body. */
    EMPTY_BODY("200 with an empty body"),
    /** A good status with an error in the body, of a streamed reply in its middle. */
    ERROR_IN_REPLY("200 with an error in the body, of a stream in its middle"),
    /** The body ends in its middle. */
    CUT_STREAM("the connection ends in the middle of the body or stream"),
    /** The connection stays open and nothing more comes. */
    STALL("nothing more comes after the first part of the body or stream"),
    /** The connection is closed instead of a reply. */
    NO_REPLY("the connection is closed without a reply");

    private final String description;

    SimFault(String description) {
        this.description = description;
    }

    /** The name by which it is asked for: {@code cut-stream}, or the status. */
    public String word() {
        return switch (this) {
            case KEY -> "401";
            case RATE_LIMIT -> "429";
            case SERVER_ERROR -> "500";
            case OVERLOADED -> "503";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** What it does, in a line. */
    public String description() {
        return description;
    }

    /** The one of that name, or null. */
    public static @Nullable SimFault of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** All names, in their order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(SimFault::word).toList();
    }
}
