package dev.cuecard.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a type asks beyond its kind, in plain words that a model and a person understand. Frozen in the edition. */
public final class Restrictions {

    private Restrictions() {}

    /** Of a text, a number, a format or the number of items of a list; empty when there is none. */
    public static List<String> of(Type type) {
        List<String> words = new ArrayList<>();
        if (type instanceof Type.Text text) {
            add(words, length(text));
            if (text.pattern() != null) {
                words.add("matching the regular expression "
                        + text.pattern().text().replace("\n", "\\n"));
            }
        } else if (type instanceof Type.Num number) {
            add(words, range(number));
        } else if (type instanceof Type.Array array) {
            add(words, count(array.min(), array.max(), "item"));
        } else if (type instanceof Type.Format format) {
            words.add(format(format.kind()));
        }
        return words;
    }

    private static void add(List<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }

    /** {@code 1 to 80 characters}, {@code not empty}; null for a text of any length. */
    public static @Nullable String length(Type.Text type) {
        boolean filled = type.min() != null && type.min() == 1 && type.max() == null;
        return filled ? "not empty" : count(type.min(), type.max(), "character");
    }

    /** {@code 1 to 3 items}; null when neither end is bound. */
    public static @Nullable String count(@Nullable Integer min, @Nullable Integer max, String unit) {
        if (max == null) {
            return min == null || min == 0 ? null : "at least " + plural(min, unit);
        } else if (min == null || min == 0) {
            return "at most " + plural(max, unit);
        } else if (min.equals(max)) {
            return "exactly " + plural(max, unit);
        }
        return min + " to " + plural(max, unit);
    }

    /** {@code 1 item}, {@code 2 items}. */
    public static String plural(int count, String unit) {
        return count + " " + (count == 1 ? unit : unit + "s");
    }

    /** {@code from 1 to 5}; null when neither end is bound. */
    public static @Nullable String range(Type.Num type) {
        BigDecimal min = type.min();
        BigDecimal max = type.max();
        if (min != null && max != null && !type.minOpen() && !type.maxOpen()) {
            return min.compareTo(max) == 0
                    ? "exactly " + ShowType.number(min)
                    : "from " + ShowType.number(min) + " to " + ShowType.number(max);
        }
        String low = min == null ? null : (type.minOpen() ? "above " : "at least ") + ShowType.number(min);
        String high = max == null ? null : (type.maxOpen() ? "below " : "at most ") + ShowType.number(max);
        return low == null || high == null ? (low == null ? high : low) : low + " and " + high;
    }

    /** What a format is, without an example that a model could copy. */
    public static String format(Type.Format.Kind kind) {
        return switch (kind) {
            case DATE -> "a date, YYYY-MM-DD";
            case TIME -> "a time with zone, HH:MM:SSZ or HH:MM:SS+HH:MM";
            case DATETIME -> "a date and time with zone, YYYY-MM-DDTHH:MM:SSZ or YYYY-MM-DDTHH:MM:SS+HH:MM";
            case EMAIL -> "an e-mail address";
            case URI -> "an absolute URI";
            case UUID -> "a UUID";
        };
    }
}
