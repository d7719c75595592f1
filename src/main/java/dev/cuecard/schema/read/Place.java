package dev.cuecard.schema.read;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a value. There is one for each place, so that they are compared by identity: pointers as texts would take
 * time with the square of the depth.
 */
public final class Place {

    private final @Nullable Place holder;
    private final String token;
    private final Json value;
    private final Map<String, Place> parts = new HashMap<>();

    private Place(@Nullable Place holder, String token, Json value) {
        this.holder = holder;
        this.token = token;
        this.value = value;
    }

    /** The place of a whole value. */
    public static Place root(Json value) {
        return new Place(null, "", value);
    }

    /** The place of a part; of a part that is not there, this place. */
    public Place part(String name) {
        Json part = SchemaReader.part(value, name);
        return part == null ? this : parts.computeIfAbsent(name, n -> new Place(this, n, part));
    }

    /** What stands there. */
    public Json value() {
        return value;
    }

    /** The place as a JSON Pointer. */
    public String pointer() {
        Deque<String> tokens = new ArrayDeque<>();
        for (Place place = this; place.holder != null; place = place.holder) {
            tokens.push(place.token);
        }
        StringBuilder pointer = new StringBuilder();
        tokens.forEach(t -> pointer.append(JsonPointer.append("", t)));
        return pointer.toString();
    }
}
