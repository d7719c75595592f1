package dev.cuecard.host;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that the host's code gave, as JSON. It may be anything: one that holds itself, or goes on for ever, ends at the
 * bounds.
 */
public final class JavaValue {

    private static final int NESTING = 500;
    private static final int ITEMS = 1_000_000;

    private int items;

    private JavaValue() {}

    /**
     * The value; a null stays null.
     *
     * @throws Unusable when it has no JSON
     */
    public static @Nullable Json json(@Nullable Object value) throws Unusable {
        return value == null ? null : new JavaValue().of(value, 0);
    }

    /** Why a value cannot be used; the message follows "gave". */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String gave) {
            super(gave);
        }

        /** What it is: {@code an object of the class `Thread`}. */
        public String gave() {
            return String.valueOf(getMessage());
        }
    }

    private Json of(@Nullable Object value, int depth) throws Unusable {
        if (depth > NESTING) {
            throw new Unusable("a value over " + NESTING + " levels deep");
        } else if (++items > ITEMS) {
            throw new Unusable("a value of over a million parts");
        } else if (value == null) {
            return Json.nil();
        } else if (value instanceof Json json) {
            return json;
        } else if (value instanceof Boolean truth) {
            return Json.of((boolean) truth);
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null), depth + 1);
        } else if (value instanceof Map<?, ?> map) {
            Json.ObjBuilder object = Json.object();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                if (!(member.getKey() instanceof CharSequence) && !(member.getKey() instanceof Enum)) {
                    throw new Unusable("a map whose keys are no texts");
                }
                object.put(member.getKey().toString(), of(member.getValue(), depth + 1));
            }
            return object.done();
        } else if (value instanceof Iterable<?> iterable) {
            List<Json> list = new ArrayList<>();
            for (Object item : iterable) {
                list.add(of(item, depth + 1));
            }
            return Json.array(list);
        } else if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Enum
                || value instanceof UUID
                || value instanceof TemporalAccessor
                || value instanceof URI) {
            return Json.of(value.toString());
        }
        throw new Unusable("an object of the class `" + value.getClass().getSimpleName() + "`");
    }

    private static Json number(Number number) throws Unusable {
        if (number instanceof BigDecimal decimal) {
            return Json.of(decimal);
        } else if (number instanceof BigInteger integer) {
            return Json.of(new BigDecimal(integer));
        } else if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new Unusable("the number `" + number + "`");
            }
            // Through the shortest text that names this number, not through its binary expansion.
            return Json.of(new BigDecimal(number.toString()));
        }
        return Json.of(number.longValue());
    }
}
