package dev.cuecard.render.value;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Span;
import java.util.Iterator;
import java.util.Map;

/**
 * Values as text: strings as they are, numbers in their shortest form, lists and objects as JSON. Stops at the limit
 * before the text is made, not after: a value may share its parts and be far longer as text than in memory.
 */
public final class Printer {

    private final StringBuilder out = new StringBuilder();
    private final Meter meter;
    private final Span at;
    private final int indent;

    private Printer(Meter meter, Span at, int indent) {
        this.meter = meter;
        this.at = at;
        this.indent = indent;
    }

    /** A value as {@code {{ }}} prints it. */
    public static String text(Json value, Meter meter, Span at) {
        if (value instanceof Json.Str text) {
            meter.text(text.value().length(), at);
            return text.value();
        }
        return json(value, 0, meter, at);
    }

    /** A value as JSON, laid out as {@code JSON.stringify} does it. */
    public static String json(Json value, int indent, Meter meter, Span at) {
        Printer printer = new Printer(meter, at, indent);
        printer.value(value, 0);
        return printer.out.toString();
    }

    private void value(Json value, int depth) {
        meter.nested(depth, at);
        meter.spend(1, at);
        if (value instanceof Json.Str text) {
            string(text.value());
        } else if (value instanceof Json.Num number) {
            append(Numbers.text(number.value()));
        } else if (value instanceof Json.Arr array) {
            array(array, depth);
        } else if (value instanceof Json.Obj object) {
            object(object, depth);
        } else {
            append(JsonText.compact(value));
        }
    }

    private void array(Json.Arr array, int depth) {
        if (array.items().isEmpty()) {
            append("[]");
            return;
        }
        String before = "[";
        for (Json item : array.items()) {
            append(before);
            newLine(depth + 1);
            value(item, depth + 1);
            before = ",";
        }
        newLine(depth);
        append("]");
    }

    private void object(Json.Obj object, int depth) {
        Iterator<Map.Entry<String, Json>> members = object.members().entrySet().iterator();
        if (!members.hasNext()) {
            append("{}");
            return;
        }
        String before = "{";
        while (members.hasNext()) {
            Map.Entry<String, Json> member = members.next();
            append(before);
            newLine(depth + 1);
            string(member.getKey());
            append(indent == 0 ? ":" : ": ");
            value(member.getValue(), depth + 1);
            before = ",";
        }
        newLine(depth);
        append("}");
    }

    private void newLine(int depth) {
        if (indent > 0) {
            append("\n");
            append(" ".repeat(indent * depth));
        }
    }

    private void string(String text) {
        append(JsonText.compact(Json.of(text)));
    }

    private void append(String text) {
        meter.grow(out.length(), text.length(), at);
        out.append(text);
    }
}
