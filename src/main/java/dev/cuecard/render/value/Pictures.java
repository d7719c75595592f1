package dev.cuecard.render.value;

import dev.cuecard.data.Json;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

/**
 * The message parts that are pictures: those that {@code image} made and those that the prompt's author wrote. A value
 * that merely looks like one is not among them, so that no input can add a part to a message.
 */
public final class Pictures {

    private final Set<Json> parts = Collections.newSetFromMap(new IdentityHashMap<>());

    /** None yet. */
    public Pictures() {}

    /** Whether a picture can be sent from there: an https address, or a data URL of an image. */
    public static boolean canBeSent(String url) {
        String start = url.substring(0, Math.min(url.length(), 12)).toLowerCase(Locale.ROOT);
        return (start.startsWith("https://") && url.length() > 8 && !hasSpace(url))
                || (start.startsWith("data:image/") && url.contains(";base64,"));
    }

    private static boolean hasSpace(String url) {
        return url.chars().anyMatch(c -> c <= ' ' || c == 0x7f);
    }

    /** A part that shows the picture at an address. */
    public Json make(String url, Json detail) {
        Json.Obj part = Json.object()
                .put("type", "image_url")
                .put(
                        "image_url",
                        Json.object()
                                .put("url", url)
                                .put("detail", detail instanceof Json.Null ? null : detail)
                                .done())
                .done();
        parts.add(part);
        return part;
    }

    /** Takes note of the pictures in a value of the author's own. */
    public void written(Json value) {
        if (value instanceof Json.Obj object && Json.of("image_url").equals(object.get("type"))) {
            parts.add(object);
        } else if (value instanceof Json.Arr list && !list.items().isEmpty()) {
            if (list.items().get(0) instanceof Json.Obj) {
                list.items().forEach(this::written);
            }
        }
    }

    /** Whether a value is one of them. */
    public boolean has(Json value) {
        return parts.contains(value);
    }
}
