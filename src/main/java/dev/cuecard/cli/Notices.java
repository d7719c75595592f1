package dev.cuecard.cli;

import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.render.Omitted;

/** Facts that are no mistakes, for the person. */
final class Notices {

    private Notices() {}

    static String of(Omitted omitted) {
        return "note: a " + Quoted.of(omitted.role()) + " message is left out, since it is blank: " + omitted.at();
    }
}
