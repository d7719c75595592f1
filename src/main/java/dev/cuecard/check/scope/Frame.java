package dev.cuecard.check.scope;

/** Counts the slots of what is evaluated together. */
public final class Frame {

    private int size;

    /** A slot that nothing else has. */
    public int slot() {
        return size++;
    }

    /** The slots that were given out. */
    public int size() {
        return size;
    }
}
