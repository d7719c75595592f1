package dev.cuecard.schema.engine;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as the trees that the validator takes, and back. Numbers keep all their digits. */
public final class Nodes {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private Nodes() {}

    /** A value as the library takes it. */
    public static JsonNode of(Json value) {
        if (value instanceof Json.Str text) {
            return FACTORY.stringNode(text.value());
        } else if (value instanceof Json.Num number) {
            return number.isInteger()
                    ? FACTORY.numberNode(number.value().toBigIntegerExact())
                    : FACTORY.numberNode(number.value());
        } else if (value instanceof Json.Bool truth) {
            return FACTORY.booleanNode(truth.value());
        } else if (value instanceof Json.Arr list) {
            ArrayNode node = FACTORY.arrayNode(list.items().size());
            list.items().forEach(item -> node.add(of(item)));
            return node;
        } else if (value instanceof Json.Obj object) {
            ObjectNode node = FACTORY.objectNode();
            object.members().forEach((name, member) -> node.set(name, of(member)));
            return node;
        }
        return FACTORY.nullNode();
    }

    static Json back(JsonNode node) {
        if (node.isString()) {
            return Json.of(node.stringValue());
        } else if (node.isNumber()) {
            return Json.of(node.decimalValue());
        } else if (node.isBoolean()) {
            return Json.of(node.booleanValue());
        } else if (node.isArray()) {
            List<Json> items = new ArrayList<>();
            node.forEach(item -> items.add(back(item)));
            return Json.array(items);
        } else if (node.isObject()) {
            Json.ObjBuilder object = Json.object();
            node.properties().forEach(member -> object.put(member.getKey(), back(member.getValue())));
            return object.done();
        }
        return Json.nil();
    }
}
