package dev.cuecard.syntax.highlight;

import java.util.List;

/**
 * A place of a text where somebody is typing, and what can stand there.
 *
 * @param wanted what can stand there
 * @param start the offset where what is being typed begins: a word, or the inside of a string
 * @param prefix what has been typed of it
 * @param subject what it belongs to, as far as {@code wanted} says so; else empty
 * @param path the names and, as {@code []}, the lists that lead to the value that is being written, the outermost first;
 *     empty where that is none
 * @param inTag whether it stands in a tag of a text
 * @param loops the loops around, the innermost first
 */
public record Cursor(
        Wanted wanted, int start, String prefix, String subject, List<String> path, boolean inTag, List<Loop> loops) {

    /** A variable of a loop, and the text of the list that it runs over. */
    public record Loop(String variable, String list) {}

    /** What can stand at a place. */
    public enum Wanted {
        /** A declaration, a message, or an expression. */
        STATEMENT,
        /** A statement within {@code if} or {@code for}. */
        BLOCK_STATEMENT,
        /** A line of a test. */
        TEST_LINE,
        /** An operand. */
        EXPRESSION,
        /** An operand of a condition on the reply. */
        CONDITION,
        /** What goes on with an expression. */
        OPERATOR,
        /** What a tag begins with. */
        TAG,
        /** A type. */
        TYPE,
        /** A type, or the word {@code untrusted}. */
        INPUT_TYPE,
        /** A filter. */
        FILTER,
        /** A member; the subject is the text of the value that has it. */
        MEMBER,
        /** The name of a member of an object; the path leads to the object. */
        KEY,
        /** The name of a setting; the subject is the word of the declaration. */
        SETTING,
        /** The value of a setting; the path ends with its name. */
        SETTING_VALUE,
        /** The inside of a string that is the value of a setting; the path ends with its name. */
        SETTING_TEXT,
        /** What the subject, a text, is compared to. */
        COMPARED,
        /** The inside of a string that the subject is compared to. */
        COMPARED_TEXT,
        /** The inside of a string that is a value; the path leads to it. */
        VALUE_TEXT,
        /** A role. */
        ROLE,
        /** The word after {@code output}. */
        OUTPUT_FORMAT,
        /** The inside of the string that names a model. */
        MODEL_TEXT,
        /** A model that is declared. */
        MODEL_NAME,
        /** A tool that is declared. */
        TOOL_NAME,
        /** The inside of the string that names a prompt file. */
        IMPORT_TEXT,
        /** The inside of the string that names any file. */
        FILE_TEXT,
        /** One word of the language; the subject is what there is, with blanks between. */
        WORD,
        /** Nothing that could be guessed: a new name, a number, text. */
        NOTHING
    }

    /** Looks at a text as far as the cursor: what stands behind it is not looked at. */
    public static Cursor at(String text, int offset) {
        return new CursorReading(text.substring(0, offset)).read();
    }
}
