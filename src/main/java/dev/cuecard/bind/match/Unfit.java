package dev.cuecard.bind.match;

/** A value that a Java type cannot hold, though it is one of the prompt's type. */
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final transient Slot slot;
    private final String holds;

    /**
     * @param pointer where in the value
     * @param slot what cannot hold it
     * @param holds what it does hold, worded as a fact
     */
    public Unfit(String pointer, Slot slot, String holds) {
        super(holds, null, false, false);
        this.pointer = pointer;
        this.slot = slot;
        this.holds = holds;
    }

    /** Where in the value. */
    public String pointer() {
        return pointer;
    }

    Slot slot() {
        return slot;
    }

    String holds() {
        return holds;
    }
}
