package dev.cuecard;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java values as JSON. */
final class Values {

    private Values() {}

    /** The inputs of a call; an empty optional is left out. */
    static Map<String, Json> inputs(Map<String, ?> given) {
        Map<String, Json> values = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!(value instanceof Optional<?> optional) || optional.isPresent()) {
                values.put(name, json(value));
            }
        });
        return values;
    }

    /**
     * One value.
     *
     * @throws IllegalArgumentException for a class that has no JSON of its own
     */
    static Json json(@Nullable Object value) {
        if (value == null) {
            return Json.nil();
        } else if (value instanceof Json json) {
            return json;
        } else if (value instanceof Boolean truth) {
            return Json.of((boolean) truth);
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Map<?, ?> map) {
            Json.ObjBuilder object = Json.object();
            map.forEach((key, member) -> object.put(String.valueOf(key), json(member)));
            return object.done();
        } else if (value instanceof Iterable<?> items) {
            List<Json> list = new ArrayList<>();
            items.forEach(item -> list.add(json(item)));
            return Json.array(list);
        } else if (value instanceof Optional<?> optional) {
            return json(optional.orElse(null));
        } else if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof UUID
                || value instanceof TemporalAccessor
                || value instanceof java.net.URI) {
            return Json.of(value.toString());
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " has no JSON of its own: give strings,"
                + " numbers, booleans, lists, maps, optionals or null");
    }

    private static Json number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return Json.of(decimal);
        } else if (number instanceof BigInteger integer) {
            return Json.of(new BigDecimal(integer));
        } else if (number instanceof Double || number instanceof Float) {
            // Through the shortest text that names this number, not through its binary expansion.
            return Json.of(new BigDecimal(number.toString()));
        }
        return Json.of(number.longValue());
    }
}
