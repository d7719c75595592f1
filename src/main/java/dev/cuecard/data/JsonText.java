package dev.cuecard.data;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;

/** JSON values as text, and text as JSON values. */
public final class JsonText {

    private JsonText() {}

    /** The shortest text of a value, members in their order, no blanks. */
    public static String compact(Json value) {
        return new JsonWriter(0).write(value);
    }

    /**
     * The text of a value over several lines, as {@code JSON.stringify} lays it out.
     *
     * @param indent the blanks of one level, 0 to 10; 0 is {@link #compact}
     * @see <a href="https://tc39.es/ecma262/#sec-json.stringify">ECMA-262, JSON.stringify</a>
     */
    public static String pretty(Json value, int indent) {
        return new JsonWriter(indent).write(value);
    }

    /**
     * Reads a whole text: JSON as RFC 8259 has it, but every key once, at most {@value JsonReader#MOST_DEPTH} brackets
     * deep, numbers of at most {@value JsonScanner#MOST_DIGITS} digits with an exponent of at most
     * ±{@value JsonScanner#MOST_EXPONENT}. A byte-order mark is skipped.
     */
    public static JsonReading parse(Source source) {
        return parse(source.span(0, source.text().length()));
    }

    /** Reads a part of a text, in the same way. */
    public static JsonReading parse(Span part) {
        return new JsonReader(part).readAll();
    }

    /** Reads the value that a part of a text begins with, whatever follows; its span tells where it ends. */
    public static JsonReading parseFirst(Span part) {
        return new JsonReader(part).readFirst();
    }
}
