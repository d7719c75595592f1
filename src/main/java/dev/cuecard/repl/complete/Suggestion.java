package dev.cuecard.repl.complete;

/**
 * One thing that can be typed.
 *
 * @param value what it is replaced by that was typed of it
 * @param display how it is listed
 * @param description what is to know of it, in one line; may be empty
 * @param group what it is one of, in the plural
 * @param more whether something belongs right behind it, so that no blank follows
 */
public record Suggestion(String value, String display, String description, String group, boolean more) {

    /** Something that is listed as it is typed. */
    static Suggestion of(String value, String description, String group) {
        return new Suggestion(value, value, description, group, false);
    }

    /** Something that is listed as it is typed and goes on right behind it. */
    static Suggestion open(String value, String display, String description, String group) {
        return new Suggestion(value, display, description, group, true);
    }
}
