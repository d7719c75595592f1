package dev.cuecard.testing;

import dev.cuecard.check.Expr;
import dev.cuecard.check.walk.ExprWalk;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names that the language gives an expectation speaks of. An input that hides one is not meant. */
@SuppressWarnings("NullAway") // It does not know that the visitor's answer may be null.
final class Mentions extends ExprWalk {

    private static final String OUTCOME = "outcome";

    /** What is known before a reply; all other names depend on it. */
    private static final Set<String> BEFORE = Set.of("messages", "history");

    private final Set<String> names = new HashSet<>();

    private Mentions() {}

    private static Set<String> in(Expr expr) {
        Mentions mentions = new Mentions();
        mentions.see(expr);
        return mentions.names;
    }

    /** Whether it speaks of the outcome. */
    static boolean outcome(Expr expect) {
        return in(expect).contains(OUTCOME);
    }

    /** Whether it depends on what the model answers. */
    static boolean reply(Expr expect) {
        return !BEFORE.containsAll(in(expect));
    }

    @Override
    public @Nullable Void special(Expr.Special expr) {
        names.add(expr.name());
        return null;
    }
}
