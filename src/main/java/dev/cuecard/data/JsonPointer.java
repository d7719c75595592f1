package dev.cuecard.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a JSON value another one stands: {@code ""} is the whole, {@code "/reasons/0"} the first of the reasons.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public final class JsonPointer {

    /** The pointer to the whole value. */
    public static final String ROOT = "";

    private JsonPointer() {}

    /** The pointer to a member of what a pointer points to. */
    public static String append(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an item, from 0, of what a pointer points to. */
    public static String append(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The names and indices that lead to the place, from the outside in. */
    public static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        if (pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("no JSON Pointer: " + pointer);
        }
        List<String> tokens = new ArrayList<>();
        for (String token : pointer.substring(1).split("/", -1)) {
            // In this order, so that "~01" is "~1".
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return tokens;
    }

    /** The pointer to what holds the place; the whole is held by itself. */
    public static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
}
