package dev.cuecard.chat;

import org.jspecify.annotations.Nullable;

/**
 * Why a call got no answer, in facts that a retry can be decided by.
 *
 * @param kind what went wrong
 * @param status the HTTP status, or null when none arrived
 * @param code the server's own code for its error, such as {@code insufficient_quota}, or null
 * @param requestId the provider's name for this call, or null
 */
public record Fault(
        Kind kind,
        @Nullable Integer status,
        @Nullable String code,
        @Nullable String requestId) {

    /** A fault that happened before any reply. */
    public static Fault of(Kind kind) {
        return new Fault(kind, null, null, null);
    }

    /** What went wrong. */
    public enum Kind {
        /** Nothing was sent: no key, a base URL or a name that cannot be used. */
        NOT_SENT,
        /** Nothing was sent: a {@code cuecard.json} has a mistake, or asks for what nobody allows. */
        MISCONFIGURED,
        /** Nothing was sent: the call could cost more than is left of the budget, or nobody knows how much. */
        OVER_BUDGET,
        /** The call was cancelled. */
        CANCELLED,
        /** The client was closed while the request was under way. */
        CLOSED,
        /** The host has no address. */
        NO_SUCH_HOST,
        /** Nobody listens there, or there is no way to it. */
        NO_CONNECTION,
        /** A proxy refuses to connect. */
        PROXY,
        /** No connection in time. */
        CONNECT_TIMEOUT,
        /** The certificate or the encryption. */
        TLS,
        /** The connection ended before the first byte of a reply. */
        RESET,
        /** No head of a reply in time. */
        HEADERS_TIMEOUT,
        /** No first token of a streamed reply in time. */
        FIRST_TIMEOUT,
        /** Too long without an event of a streamed reply. */
        DATA_TIMEOUT,
        /** Too long without a byte of a reply. */
        BYTES_TIMEOUT,
        /** No whole reply in time. */
        ATTEMPT_TIMEOUT,
        /** What answered does not speak HTTP. */
        NOT_HTTP,
        /** A redirect, which is not followed. */
        REDIRECT,
        /** A status of 400 or more. */
        STATUS,
        /** A good status with an error in the body. */
        ERROR_IN_REPLY,
        /** A good status with an empty body, or one without a choice. */
        EMPTY,
        /** The body ended early. */
        CUT,
        /** A streamed reply that makes no sense. */
        BROKEN_STREAM,
        /** More than is read. */
        TOO_LARGE,
        /** The body is no reply of this API. */
        NOT_A_REPLY
    }
}
