package dev.cuecard.chat.http;

import java.util.List;
import java.util.Map;

/** A server without a network: it gets the body of a request and says what HTTP would bring back. */
public interface Wire {

    /** The reply to the body of a request. */
    Carried send(String body);

    /**
     * A reply.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param parts the body, one part after the other
     * @param ending how it ends
     */
    record Carried(int status, Map<String, String> headers, List<String> parts, Ending ending) {

        /** Copies the collections. */
        public Carried {
            headers = Map.copyOf(headers);
            parts = List.copyOf(parts);
        }
    }

    /** How a body ends. */
    enum Ending {
        /** As it should. */
        WHOLE,
        /** The connection is closed before its end. */
        CUT,
        /** Nothing more comes. */
        STALL,
        /** The connection is closed before its beginning. */
        NONE
    }
}
