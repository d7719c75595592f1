package dev.cuecard.check.taint;

import dev.cuecard.check.taint.Taint.Level;
import dev.cuecard.diagnostic.Span;

/**
 * A stretch of text.
 *
 * @param text whether there is anything in it but white space
 * @param taint the text from outside in it
 */
record Flow(boolean text, Taint taint) {

    static final Flow NOTHING = new Flow(false, Taint.NONE);

    /** This and then that: text from outside beside other text is mixed with it, unless there is a fence between. */
    Flow then(Flow next) {
        Taint mixed = Taint.either(beside(taint, next.text), beside(next.taint, text));
        return new Flow(text || next.text, mixed);
    }

    private static Taint beside(Taint taint, boolean other) {
        return taint.level() == Level.WHOLE && other ? taint.at(Level.MIXED) : taint;
    }

    /** This or that. */
    Flow or(Flow other) {
        return new Flow(text || other.text, Taint.either(taint, other.taint));
    }

    /** This, any number of times. */
    Flow repeated() {
        return then(this);
    }

    /** The same, where the text from outside has come by a place, which tells what became of it. */
    Taint via(Span place) {
        return taint.level() == Level.MIXED ? taint.via(place, "mixed with other text here") : taint;
    }
}
