package dev.cuecard.testing.recording;

import dev.cuecard.chat.provider.Secret;
import dev.cuecard.data.Json;
import dev.cuecard.data.Regex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What no recording holds: what looks like a key, and what the configuration says.
 *
 * @param patterns the patterns of the configuration
 */
record Redaction(List<Regex> patterns) {

    private static final String MASK = "[redacted]";

    String text(String text) {
        String out = Secret.maskLikely(text);
        for (Regex pattern : patterns) {
            out = pattern.replaceAll(out, MASK);
        }
        return out;
    }

    Json.Obj object(Json.Obj object) {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name, value(value)));
        return new Json.Obj(members);
    }

    private Json value(Json value) {
        if (value instanceof Json.Str text) {
            return Json.of(text(text.value()));
        } else if (value instanceof Json.Arr list) {
            return Json.array(list.items().stream().map(this::value).toList());
        }
        return value instanceof Json.Obj object ? object(object) : value;
    }
}
