package dev.cuecard.syntax.antlr;

/** Told what the scanner finds wrong. */
public interface Faults {
    /**
     * Something is wrong.
     *
     * @param start the offset of what is wrong
     * @param end the offset after it
     * @param until where it was noticed
     */
    void found(Fault fault, int start, int end, int until);
}
