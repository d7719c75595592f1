package dev.cuecard.chat;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request's body in the one form that tells whether two ask the same: the members of every object sorted by name, no
 * blanks, and without what says how or for whom it is asked ({@code stream}, {@code user}, {@code metadata}).
 */
public final class Canonical {

    private static final Set<String> LEFT_OUT = Set.of("stream", "stream_options", "user", "metadata");

    private Canonical() {}

    /** The text of a body. */
    public static String text(Json.Obj body) {
        return JsonText.compact(body(body));
    }

    /** The same as a value. */
    public static Json.Obj body(Json.Obj body) {
        Map<String, Json> kept = new TreeMap<>();
        body.members().forEach((name, value) -> {
            if (!LEFT_OUT.contains(name)) {
                kept.put(name, sorted(value));
            }
        });
        return new Json.Obj(kept);
    }

    private static Json sorted(Json value) {
        if (value instanceof Json.Obj object) {
            Map<String, Json> members = new TreeMap<>();
            object.members().forEach((name, member) -> members.put(name, sorted(member)));
            return new Json.Obj(members);
        } else if (value instanceof Json.Arr array) {
            return Json.array(array.items().stream().map(Canonical::sorted).toList());
        }
        return value;
    }
}
