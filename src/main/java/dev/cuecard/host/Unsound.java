package dev.cuecard.host;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What keeps a value that the host's code gave from being used at all, whatever its type ought to be. */
public final class Unsound {

    /** As deep as inputs may be; JSON texts may be deeper, but something is still to be made of the value. */
    private static final int NESTING = 500;

    /** As many digits as the JSON reader lets in. */
    private static final int DIGITS = 20_000;

    private final int most;
    private long size;

    private Unsound(int most) {
        this.most = most;
    }

    /**
     * What is wrong with a value, or null.
     *
     * @param value what the host gave
     * @param size the most UTF-16 units that it may have as JSON
     * @return words that follow "gave": {@code no value}, {@code a value over 500 levels deep}
     */
    public static @Nullable String of(@Nullable Json value, int size) {
        return value == null ? "no value (Java's null)" : new Unsound(size).look(value, 0);
    }

    private @Nullable String look(Json value, int depth) {
        if (depth > NESTING) {
            return "a value over " + NESTING + " levels deep";
        } else if (value instanceof Json.Str text) {
            return text(text.value());
        } else if (value instanceof Json.Num number) {
            return number(number.value());
        } else if (value instanceof Json.Arr list) {
            return list(list, depth);
        } else if (value instanceof Json.Obj object) {
            return object(object, depth);
        }
        return grow(4);
    }

    private @Nullable String list(Json.Arr list, int depth) {
        for (Json item : list.items()) {
            String found = look(item, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return grow(2);
    }

    private @Nullable String object(Json.Obj object, int depth) {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String found = text(member.getKey());
            found = found == null ? look(member.getValue(), depth + 1) : found;
            if (found != null) {
                return found;
            }
        }
        return grow(2);
    }

    private @Nullable String grow(int more) {
        size += more;
        return size <= most ? null : String.format(Locale.ROOT, "a value of over %,d characters as JSON", most);
    }

    private @Nullable String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return String.format("a text with half a character: `\\u%04x`", (int) c);
                }
                i++;
            }
        }
        return grow(text.length() + 2);
    }

    private @Nullable String number(BigDecimal value) {
        boolean bounded = Math.abs((long) value.scale()) <= DIGITS && value.precision() <= DIGITS;
        return bounded ? grow(value.precision()) : String.format(Locale.ROOT, "a number of over %,d digits", DIGITS);
    }
}
