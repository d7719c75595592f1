package dev.cuecard.sim.sample;

/** Nothing fits here; the making of a value ends. */
final class NoValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoValue() {
        super(null, null, false, false);
    }
}
