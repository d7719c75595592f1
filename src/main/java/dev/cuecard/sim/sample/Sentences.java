package dev.cuecard.sim.sample;

/** What is said where no schema asks for anything. */
public final class Sentences {

    private Sentences() {}

    /** A sentence or two. */
    public static String reply(Dice dice) {
        return Words.reply(dice);
    }
}
