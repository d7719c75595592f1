package dev.cuecard.check.lint;

import dev.cuecard.check.Findings;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.names.Unit;

/** Looks for what is no mistake, but worth fixing; in the file that is checked, not in those that it imports. */
public final class Lints {

    private Lints() {}

    /**
     * Looks at a file.
     *
     * @param lookup its names, which know by now what was used
     * @param sound whether no error was found: what seems to be unused may be what a mistake was to use
     */
    public static void check(Lookup lookup, Findings findings, boolean sound) {
        Unit unit = lookup.unit();
        new Characters(unit.source(), findings).check();
        Habits habits = new Habits(Texts.of(unit.tree()), findings);
        habits.check();
        if (sound) {
            new Unused(lookup, habits, findings).check();
        }
    }
}
