package dev.cuecard.check.names;

import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Path;
import dev.cuecard.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what reads like a message of a declared role, and is a declaration whose first word is misspelt. */
public final class Misspelt {

    private Misspelt() {}

    /** The word that a statement at the top of a file was to begin with, or null when it may well be a message. */
    public static @Nullable String word(Declaration declaration, Unit unit) {
        if (!(declaration instanceof Declaration.Says says)
                || !(says.statement() instanceof Statement.Message message)) {
            return null;
        }
        Path role = message.role();
        if (role.file() != null || Words.ROLES.contains(role.text()) || unit.find(role.text()) != null) {
            return null;
        }
        boolean first = unit.tree().declarations().indexOf(declaration) == 0;
        if (first && message.content() instanceof Expression.Ref && !isLibrary(unit)) {
            // No message comes first in a file, and none is a bare name.
            return "prompt";
        }
        List<String> known = new ArrayList<>(Words.ROLES);
        known.addAll(unit.namesOf(Entry.OfRole.class));
        known.addAll(Words.DECLARATIONS);
        String nearest = role.text().equals("functions") ? "tools" : Nearest.of(role.text(), known);
        return nearest != null && Words.DECLARATIONS.contains(nearest) ? nearest : null;
    }

    private static boolean isLibrary(Unit unit) {
        return unit.tree().declarations().stream()
                .allMatch(declaration -> declaration instanceof Declaration.Import
                        || declaration instanceof Declaration.Type
                        || declaration instanceof Declaration.Let
                        || declaration instanceof Declaration.Template);
    }
}
