package dev.cuecard.repl.complete;

import java.util.List;
import java.util.Locale;

/**
 * What can stand at a place.
 *
 * @param start the offset from which on a suggestion replaces what has been typed, as far as the cursor
 * @param suggestions what there is, those of one group together, the likelier groups first
 */
public record Completion(int start, List<Suggestion> suggestions) {

    /** Copies the list. */
    public Completion {
        suggestions = List.copyOf(suggestions);
    }

    /** Those suggestions that begin with what has been typed, whatever its case. */
    static Completion of(int start, String prefix, List<Suggestion> all) {
        String folded = prefix.toLowerCase(Locale.ROOT);
        return new Completion(
                start,
                all.stream()
                        .filter(one -> one.value().toLowerCase(Locale.ROOT).startsWith(folded))
                        .toList());
    }
}
