package dev.cuecard.chat.reply;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of its error, in whichever of the usual ways it says so.
 *
 * @param message for a person, or null
 * @param code the kind of error as a word, or null
 * @param param the part of the request that is wrong, or null
 * @param generation the text that the model wrote and the server refused to pass on as JSON, or null
 */
record ServerError(
        @Nullable String message,
        @Nullable String code,
        @Nullable String param,
        @Nullable String generation) {

    static final ServerError SILENT = new ServerError(null, null, null, null);

    /** Reads the body of an error status. */
    static ServerError ofStatus(@Nullable Json body) {
        Json first = body instanceof Json.Arr array && !array.items().isEmpty()
                ? array.items().get(0)
                : body;
        if (!(first instanceof Json.Obj object)) {
            return SILENT;
        }
        ServerError named = inReply(object);
        if (named != null) {
            return named;
        }
        // {"detail": …} of FastAPI, {"message": …} of many gateways, the error itself without a wrapper.
        for (String member : List.of("message", "detail", "error_description", "msg")) {
            Json said = object.get(member);
            if (said != null && !(said instanceof Json.Null)) {
                return new ServerError(text(said), code(object), string(object.get("param")), null);
            }
        }
        return SILENT;
    }

    /** Reads the member {@code error} of a body; null when it has none that says anything. */
    static @Nullable ServerError inReply(Json.Obj body) {
        Json error = body.get("error");
        if (error == null || error instanceof Json.Null || error.equals(Json.of(false))) {
            return null;
        }
        if (!(error instanceof Json.Obj object)) {
            return new ServerError(text(error), code(body), null, null);
        }
        Json message = object.get("message");
        String generation = string(object.get("failed_generation"));
        return new ServerError(
                message == null ? null : text(message),
                code(object),
                string(object.get("param")),
                generation == null ? string(body.get("failed_generation")) : generation);
    }

    /** Whether the code or the message holds one of these words; all lower case. */
    boolean says(String... words) {
        String text = ((code == null ? "" : code) + "\n" + (message == null ? "" : message)).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    boolean hasCode(String... codes) {
        return code != null && List.of(codes).contains(code);
    }

    /** A code that is a word; a number tells no more than the status. */
    private static @Nullable String code(Json.Obj error) {
        String code = string(error.get("code"));
        return code != null ? code : string(error.get("type"));
    }

    private static @Nullable String string(@Nullable Json value) {
        return value instanceof Json.Str text && !text.value().isBlank() ? text.value() : null;
    }

    private static String text(Json value) {
        return value instanceof Json.Str text ? text.value() : JsonText.compact(value);
    }
}
