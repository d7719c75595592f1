package dev.cuecard.render.value;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members, items, code points and slices. */
public final class Parts {

    private Parts() {}

    /** A member of an object, or null: what is missing or null has none. */
    public static @Nullable Json field(@Nullable Json target, String name, Span at) {
        if (target == null || target instanceof Json.Null) {
            return null;
        } else if (target instanceof Json.Obj object) {
            return object.get(name);
        }
        throw new Stop(EvalErrors.wrongKind(at, "an object", target));
    }

    /** A member, an item or a code point, or null; a negative index counts from the end. */
    public static @Nullable Json index(Json target, Span at, Json key, Span keyAt) {
        if (target instanceof Json.Obj object) {
            if (key instanceof Json.Str name) {
                return object.get(name.value());
            }
            throw new Stop(EvalErrors.wrongKind(keyAt, "a string", key));
        } else if (target instanceof Json.Arr list) {
            int item = counted(wholeNumber(key, keyAt), list.items().size());
            return item < 0 || item >= list.items().size() ? null : list.items().get(item);
        } else if (target instanceof Json.Str text) {
            int length = Texts.length(text.value());
            int point = counted(wholeNumber(key, keyAt), length);
            return point < 0 || point >= length ? null : Json.of(Texts.slice(text.value(), point, point + 1));
        }
        throw new Stop(EvalErrors.wrongKind(at, "a list, an object or a string", target));
    }

    private static int counted(int index, int size) {
        return index < 0 ? index + size : index;
    }

    /** A bound of a slice; one that is missing or null bounds nothing. */
    public static @Nullable Integer bound(@Nullable Json value, Span at) {
        return value == null || value instanceof Json.Null ? null : wholeNumber(value, at);
    }

    private static int wholeNumber(Json value, Span at) {
        if (!(value instanceof Json.Num number)) {
            throw new Stop(EvalErrors.wrongKind(at, "a number", value));
        }
        if (!number.isInteger()) {
            throw new Stop(EvalErrors.argument(at, "an index", "a whole number", Numbers.text(number.value())));
        }
        return clamp(number.value());
    }

    /** The number, or the nearest one that is no longer than any list. */
    private static int clamp(BigDecimal value) {
        BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE / 2);
        return value.min(most).max(most.negate()).intValue();
    }

    /** How long a slice can be at most: items, or UTF-16 units. */
    public static int size(Json target) {
        if (target instanceof Json.Arr list) {
            return list.items().size();
        }
        return target instanceof Json.Str text ? text.value().length() : 0;
    }

    /** The items or code points between two bounds; those beyond the ends are the ends. */
    public static Json slice(Json target, Span at, @Nullable Integer from, @Nullable Integer to) {
        if (target instanceof Json.Arr list) {
            List<Json> items = list.items();
            int start = within(from, 0, items.size());
            int end = Math.max(start, within(to, items.size(), items.size()));
            return Json.array(items.subList(start, end));
        } else if (target instanceof Json.Str text) {
            int length = Texts.length(text.value());
            int start = within(from, 0, length);
            return Json.of(Texts.slice(text.value(), start, Math.max(start, within(to, length, length))));
        }
        throw new Stop(EvalErrors.wrongKind(at, "a list or a string", target));
    }

    private static int within(@Nullable Integer bound, int otherwise, int size) {
        int wanted = bound == null ? otherwise : counted(bound, size);
        return Math.max(0, Math.min(wanted, size));
    }
}
