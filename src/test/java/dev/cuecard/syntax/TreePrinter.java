package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.text.Whitespace;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;

/** A tree as lines: a node with its place, what it holds indented below. What is missing is left out. */
public final class TreePrinter {

    private final StringBuilder out = new StringBuilder();

    private final boolean places;

    private TreePrinter(boolean places) {
        this.places = places;
    }

    /** The lines of a tree. */
    public static String print(PromptFile file) {
        TreePrinter printer = new TreePrinter(true);
        file.declarations().forEach(declaration -> printer.value("", declaration, 0));
        file.accepts().forEach(accept -> printer.value("", accept, 0));
        return printer.out.toString();
    }

    /** The lines of a tree without places, and with its texts as they go out: what a prompt means. */
    public static String meaning(PromptFile file) {
        TreePrinter printer = new TreePrinter(false);
        file.declarations().forEach(declaration -> printer.value("", declaration, 0));
        file.accepts().forEach(accept -> printer.value("", accept, 0));
        return printer.out.toString();
    }

    private void value(String label, Object value, int depth) {
        if (value instanceof List<?> list) {
            if (list.isEmpty()) {
                line(label + " []", depth);
            } else {
                line(label, depth);
                list.forEach(item -> value("-", item, depth + 1));
            }
        } else if (value instanceof Name name) {
            line(label + " " + quoted(name.text()) + " " + place(name.span()), depth);
        } else if (value instanceof Span span) {
            line(label + " " + place(span), depth);
        } else if (value instanceof String text) {
            line(label + " " + quoted(text), depth);
        } else if (value instanceof BigDecimal || value instanceof Boolean || value instanceof Enum<?>) {
            line(label + " " + value, depth);
        } else if (value instanceof Record node) {
            record(label, node, depth);
        } else {
            throw new IllegalArgumentException("not shown: " + value);
        }
    }

    private void record(String label, Record node, int depth) {
        String outer = node.getClass().getEnclosingClass() == null
                ? ""
                : node.getClass().getEnclosingClass().getSimpleName() + ".";
        String name = outer + node.getClass().getSimpleName();
        Object span = null;
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getName().equals("span")) {
                span = get(component, node);
            }
        }
        String shown = span == null ? "" : " " + place((Span) span);
        line((label.isEmpty() ? "" : label + " ") + name + shown, depth);
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = get(component, node);
            if (!places
                    && node instanceof Expression.Text text
                    && component.getName().equals("parts")) {
                value = Whitespace.settle(text);
            }
            boolean plain = component.getName().equals("span")
                    || value == null
                    || Boolean.FALSE.equals(value)
                    || TextPart.Trim.NONE.equals(value);
            if (!plain) {
                value(component.getName(), value, depth + 1);
            }
        }
    }

    private static Object get(RecordComponent component, Record node) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String place(Span span) {
        if (!places) {
            return "";
        }
        String start = span.line() + ":" + span.column();
        int line = span.source().line(span.end());
        int column = span.source().column(span.end());
        return start + "-" + (line == span.line() ? "" : line + ":") + column;
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "\"";
    }

    private void line(String text, int depth) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
