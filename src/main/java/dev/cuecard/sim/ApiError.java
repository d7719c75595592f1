package dev.cuecard.sim;

import dev.cuecard.data.Json;
import org.jspecify.annotations.Nullable;

/**
 * An error as the API tells it.
 *
 * @param status the HTTP status
 * @param message for a person
 * @param param the part of the request that is wrong, or null
 * @param code the kind of mistake, or null
 */
record ApiError(
        int status,
        String message,
        @Nullable String param,
        @Nullable String code) {

    static ApiError bad(String message, @Nullable String param, @Nullable String code) {
        return new ApiError(400, message, param, code);
    }

    Json.Obj toJson() {
        Json.Obj error = Json.object()
                .put("message", message)
                .put("type", status == 401 ? "authentication_error" : "invalid_request_error")
                .put("param", param == null ? Json.nil() : Json.of(param))
                .put("code", code == null ? Json.nil() : Json.of(code))
                .done();
        return Json.object().put("error", error).done();
    }
}
