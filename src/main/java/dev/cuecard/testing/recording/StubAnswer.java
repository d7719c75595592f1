package dev.cuecard.testing.recording;

import dev.cuecard.data.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that is what a stub gave.
 *
 * @param tool the tool that was called
 * @param number how many calls of it stubs have answered before
 */
record StubAnswer(String tool, int number) {

    /** What a call is told that no code is asked for: its arguments are no JSON, or do not fit. */
    private static final String MISTAKE = "The arguments are not ";

    /** The answer that stands at a place of a conversation, or null when none does. */
    static @Nullable StubAnswer at(Json.Arr messages, int index) {
        Map<Json, String> called = new HashMap<>();
        Map<String, Integer> answered = new HashMap<>();
        List<Json> items = messages.items();
        for (int i = 0; i < Math.min(index + 1, items.size()); i++) {
            if (!(items.get(i) instanceof Json.Obj message)) {
                continue;
            }
            note(message.get("tool_calls"), called);
            String tool = message.get("tool_call_id") == null ? null : called.get(message.get("tool_call_id"));
            if (tool != null && !isMistake(message.get("content"))) {
                int before = answered.merge(tool, 1, Integer::sum) - 1;
                if (i == index) {
                    return new StubAnswer(tool, before);
                }
            }
        }
        return null;
    }

    private static boolean isMistake(@Nullable Json content) {
        return content instanceof Json.Str text && text.value().startsWith(MISTAKE);
    }

    /** Ids need be unique in one message only: the latest call of an id is meant. */
    private static void note(@Nullable Json calls, Map<Json, String> called) {
        if (calls instanceof Json.Arr list) {
            for (Json call : list.items()) {
                if (call instanceof Json.Obj one
                        && one.get("id") != null
                        && one.get("function") instanceof Json.Obj function
                        && function.get("name") instanceof Json.Str name) {
                    called.put(one.get("id"), name.value());
                }
            }
        }
    }
}
