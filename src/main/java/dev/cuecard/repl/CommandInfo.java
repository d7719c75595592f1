package dev.cuecard.repl;

/**
 * What is to know of a command.
 *
 * @param name its name without the colon
 * @param argument what it takes, to be completed
 * @param usage how it is written: {@code :load FILE}
 * @param summary what it does, in one line
 */
public record CommandInfo(String name, Argument argument, String usage, String summary) {

    /** What a command takes. */
    public enum Argument {
        /** Nothing. */
        NONE,
        /** A prompt file. */
        PROMPT_FILE,
        /** Any file, to be written. */
        FILE,
        /** The name of a model. */
        MODEL,
        /** A parameter of a model and its value: {@code temperature=0.2}. */
        SETTING,
        /** The name of a test. */
        TEST,
        /** The name of a command. */
        COMMAND,
        /** One of a few words, which its usage names. */
        WORD
    }
}
