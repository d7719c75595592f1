package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON text as a value, for tests. */
public final class JsonOf {

    private JsonOf() {}

    public static Json text(String json) {
        return value(JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(json));
    }

    public static Json.Obj object(String json) {
        return (Json.Obj) text(json);
    }

    private static Json value(JsonNode node) {
        if (node.isObject()) {
            Json.ObjBuilder object = Json.object();
            node.properties().forEach(entry -> object.put(entry.getKey(), value(entry.getValue())));
            return object.done();
        } else if (node.isArray()) {
            List<Json> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return Json.array(items);
        } else if (node.isString()) {
            return Json.of(node.stringValue());
        } else if (node.isNumber()) {
            return Json.of(node.decimalValue());
        } else if (node.isBoolean()) {
            return Json.of(node.booleanValue());
        }
        return Json.nil();
    }
}
