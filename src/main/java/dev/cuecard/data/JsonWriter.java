package dev.cuecard.data;

import java.util.Iterator;
import java.util.Map;

/**
 * Writes one value; of one use only. Recursion is bounded by what the reader lets in.
 *
 * <p>Not Jackson's generator: what reaches a model must be the bytes of {@code JSON.stringify}, and that one lets lone
 * surrogates pass, writes an empty list as {@code [ ]} and leaves a blank before each colon unless told otherwise in
 * more words than these.
 */
final class JsonWriter {

    private final StringBuilder out = new StringBuilder();
    private final int indent;

    JsonWriter(int indent) {
        if (indent < 0 || indent > 10) {
            throw new IllegalArgumentException("indent: " + indent);
        }
        this.indent = indent;
    }

    String write(Json value) {
        value(value, 0);
        return out.toString();
    }

    private void value(Json value, int depth) {
        if (value instanceof Json.Str text) {
            string(text.value());
        } else if (value instanceof Json.Num number) {
            out.append(number.value());
        } else if (value instanceof Json.Bool truth) {
            out.append(truth.value());
        } else if (value instanceof Json.Arr array) {
            array(array, depth);
        } else if (value instanceof Json.Obj object) {
            object(object, depth);
        } else {
            out.append("null");
        }
    }

    private void array(Json.Arr array, int depth) {
        if (array.items().isEmpty()) {
            out.append("[]");
            return;
        }
        char before = '[';
        for (Json item : array.items()) {
            out.append(before);
            newLine(depth + 1);
            value(item, depth + 1);
            before = ',';
        }
        newLine(depth);
        out.append(']');
    }

    private void object(Json.Obj object, int depth) {
        Iterator<Map.Entry<String, Json>> members = object.members().entrySet().iterator();
        if (!members.hasNext()) {
            out.append("{}");
            return;
        }
        char before = '{';
        while (members.hasNext()) {
            Map.Entry<String, Json> member = members.next();
            out.append(before);
            newLine(depth + 1);
            string(member.getKey());
            out.append(indent == 0 ? ":" : ": ");
            value(member.getValue(), depth + 1);
            before = ',';
        }
        newLine(depth);
        out.append('}');
    }

    private void newLine(int depth) {
        if (indent > 0) {
            out.append('\n').append(" ".repeat(indent * depth));
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || loneSurrogate(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean loneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
