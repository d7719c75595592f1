package dev.cuecard.testing.recording;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part in which two requests differ.
 *
 * @param part the part: {@code messages[0].content}
 * @param line the number of the first line that differs, from 1, where the part is a text of several; else 0
 * @param old that line, or the whole part as JSON; null when there was none
 * @param fresh the same of the other request
 */
record Difference(
        String part,
        int line,
        @Nullable String old,
        @Nullable String fresh) {

    /** The code points of a line that are shown before the first that differs. */
    private static final int BEFORE = 20;

    /** Where a request differs from another. */
    static List<Difference> between(Json recorded, Json now) {
        List<Difference> all = new ArrayList<>();
        compare("", recorded, now, all);
        return all;
    }

    String before() {
        return shown(old, fresh);
    }

    String now() {
        return shown(fresh, old);
    }

    private static String shown(@Nullable String text, @Nullable String other) {
        if (text == null) {
            return "nothing";
        }
        int same = Math.max(0, same(text, other == null ? "" : other) - BEFORE);
        // A cut never halves a character.
        int from = same > 0 && Character.isLowSurrogate(text.charAt(same)) ? same - 1 : same;
        return Quoted.of(text.length() <= Quoted.LONGEST || from == 0 ? text : "…" + text.substring(from));
    }

    /** How many units at the beginning are the same. */
    static int same(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static void compare(String part, @Nullable Json old, @Nullable Json fresh, List<Difference> all) {
        if (old instanceof Json.Obj before && fresh instanceof Json.Obj after) {
            Set<String> names = new LinkedHashSet<>(after.members().keySet());
            names.addAll(before.members().keySet());
            // The model and the parameters first: a change there often explains the rest.
            names.stream()
                    .filter(name -> !name.equals("messages"))
                    .forEach(name -> compare(join(part, name), before.get(name), after.get(name), all));
            if (names.contains("messages")) {
                compare(join(part, "messages"), before.get("messages"), after.get("messages"), all);
            }
        } else if (old instanceof Json.Arr before && fresh instanceof Json.Arr after) {
            for (int i = 0; i < Math.max(before.items().size(), after.items().size()); i++) {
                compare(part + "[" + i + "]", item(before, i), item(after, i), all);
            }
        } else if (old instanceof Json.Str before && fresh instanceof Json.Str after) {
            if (!before.value().equals(after.value())) {
                all.add(text(part, before.value(), after.value()));
            }
        } else if (old == null || !old.equals(fresh)) {
            all.add(new Difference(
                    part,
                    0,
                    old == null ? null : JsonText.compact(old),
                    fresh == null ? null : JsonText.compact(fresh)));
        }
    }

    private static Difference text(String part, String old, String fresh) {
        String[] before = old.split("\n", -1);
        String[] after = fresh.split("\n", -1);
        int line = 0;
        while (line < Math.min(before.length, after.length) && before[line].equals(after[line])) {
            line++;
        }
        return new Difference(
                part,
                before.length == 1 && after.length == 1 ? 0 : line + 1,
                line < before.length ? before[line] : null,
                line < after.length ? after[line] : null);
    }

    private static @Nullable Json item(Json.Arr list, int i) {
        return i < list.items().size() ? list.items().get(i) : null;
    }

    private static String join(String part, String name) {
        return part.isEmpty() ? name : part + "." + name;
    }
}
