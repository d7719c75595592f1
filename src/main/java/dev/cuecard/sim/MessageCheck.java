package dev.cuecard.sim;

import dev.cuecard.data.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what the API refuses in {@code messages}. */
final class MessageCheck {

    private static final List<String> ROLES = List.of("system", "developer", "user", "assistant", "tool", "function");

    private MessageCheck() {}

    /** What is wrong with the messages of a body, or null. */
    static @Nullable ApiError check(Json.Obj body) {
        Json all = body.get("messages");
        if (all == null) {
            return ApiError.missing("messages");
        } else if (!(all instanceof Json.Arr messages)) {
            return ApiError.wrongType("messages", "an array of objects", all);
        } else if (messages.items().isEmpty()) {
            return ApiError.bad(
                    "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array"
                            + " instead.",
                    "messages",
                    "empty_array");
        } else {
            for (int i = 0; i < messages.items().size(); i++) {
                ApiError wrong = message(messages.items().get(i), "messages[" + i + "]");
                if (wrong != null) {
                    return wrong;
                }
            }
            return null;
        }
    }

    private static @Nullable ApiError message(Json any, String at) {
        if (!(any instanceof Json.Obj message)) {
            return ApiError.wrongType(at, "an object", any);
        }
        Json role = message.get("role");
        if (role == null) {
            return ApiError.missing(at + ".role");
        } else if (!(role instanceof Json.Str word) || !ROLES.contains(word.value())) {
            return ApiError.notOneOf(at + ".role", role, ROLES);
        }
        Json content = message.get("content");
        boolean mayLack = role.equals(Json.of("assistant"))
                && (message.get("tool_calls") != null || message.get("refusal") != null);
        if (content == null || content instanceof Json.Null) {
            return mayLack
                    ? null
                    : ApiError.bad("Invalid value for 'content': expected a string, got null.", at + ".content", null);
        } else if (content instanceof Json.Arr parts) {
            for (Json part : parts.items()) {
                if (!(part instanceof Json.Obj object) || !(object.get("type") instanceof Json.Str)) {
                    return ApiError.wrongType(at + ".content", "one of a string or array of objects", part);
                }
            }
        } else if (!(content instanceof Json.Str)) {
            return ApiError.wrongType(at + ".content", "one of a string or array of objects", content);
        }
        return null;
    }
}
