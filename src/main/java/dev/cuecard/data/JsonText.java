package dev.cuecard.data;

/** JSON values as text. */
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
}
