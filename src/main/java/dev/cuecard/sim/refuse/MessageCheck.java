package dev.cuecard.sim.refuse;

import dev.cuecard.data.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
            return answers(messages.items());
        }
    }

    /** Calls of tools are answered right after the message that makes them, and nothing else is. */
    private static @Nullable ApiError answers(List<Json> messages) {
        Set<Json> called = new LinkedHashSet<>();
        Set<Json> open = new LinkedHashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            Json.Obj message = (Json.Obj) messages.get(i);
            if (Json.of("tool").equals(message.get("role"))) {
                Json id = message.get("tool_call_id");
                if (!(id instanceof Json.Str)) {
                    return ApiError.missing("messages[" + i + "].tool_call_id");
                } else if (!called.contains(id)) {
                    return ApiError.bad(
                            "Invalid parameter: messages with role 'tool' must be a response to a preceding message with"
                                    + " 'tool_calls'.",
                            "messages[" + i + "].role",
                            null);
                }
                open.remove(id);
            } else if (!open.isEmpty()) {
                return unanswered(open, i);
            } else {
                called = ids(message.get("tool_calls"));
                open = new LinkedHashSet<>(called);
            }
        }
        return open.isEmpty() ? null : unanswered(open, messages.size());
    }

    private static ApiError unanswered(Set<Json> open, int at) {
        List<String> ids = open.stream()
                .map(id -> id instanceof Json.Str text ? text.value() : id.toString())
                .toList();
        return ApiError.bad(
                "An assistant message with 'tool_calls' must be followed by tool messages responding to each"
                        + " 'tool_call_id'. The following tool_call_ids did not have response messages: "
                        + String.join(", ", ids),
                "messages[" + at + "].role",
                null);
    }

    private static Set<Json> ids(@Nullable Json calls) {
        Set<Json> ids = new LinkedHashSet<>();
        if (calls instanceof Json.Arr list) {
            for (Json call : list.items()) {
                if (call instanceof Json.Obj object && object.get("id") != null) {
                    ids.add(object.get("id"));
                }
            }
        }
        return ids;
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
