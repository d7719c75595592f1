package dev.cuecard.schema.validate;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The order in which places come in a value. Only the ways to them are gone: a value may be large, and they few. */
final class PlaceOrder {

    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private final Map<String, PlaceOrder> below = new HashMap<>();
    private @Nullable String pointer;

    private PlaceOrder() {}

    /** Numbers in the order of the places; those that are not in the value have none. */
    static Map<String, Integer> of(List<String> pointers, Json root) {
        PlaceOrder ways = new PlaceOrder();
        for (String pointer : pointers) {
            PlaceOrder way = ways;
            for (String token : JsonPointer.tokens(pointer)) {
                way = way.below.computeIfAbsent(token, name -> new PlaceOrder());
            }
            way.pointer = pointer;
        }
        Map<String, Integer> order = new HashMap<>();
        ways.number(root, order);
        return order;
    }

    private void number(Json value, Map<String, Integer> order) {
        if (pointer != null) {
            order.put(pointer, order.size());
        }
        if (below.isEmpty()) {
            return;
        } else if (value instanceof Json.Obj object) {
            object.members().forEach((name, member) -> {
                PlaceOrder way = below.get(name);
                if (way != null) {
                    way.number(member, order);
                }
            });
        } else if (value instanceof Json.Arr list) {
            Map<Integer, PlaceOrder> inOrder = new TreeMap<>();
            below.forEach((token, way) -> {
                if (INDEX.matcher(token).matches()) {
                    inOrder.put(Integer.valueOf(token), way);
                }
            });
            inOrder.forEach((index, way) -> {
                if (index < list.items().size()) {
                    way.number(list.items().get(index), order);
                }
            });
        }
    }
}
