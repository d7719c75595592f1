package dev.cuecard.check.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a value comes from, if that can be told without running anything: a name, and the fields and literal keys that
 * lead on from it.
 *
 * @param root what the name stands for
 */
public record Place(Object root, List<String> steps) {

    /** What a field or a key leads to from here. */
    public Place then(String step) {
        List<String> further = new ArrayList<>(steps);
        further.add(step);
        return new Place(root, List.copyOf(further));
    }

    /** This place and those that lead to it: if there is a value here, there is one in each of them. */
    public Set<Place> withPrefixes() {
        Set<Place> all = new HashSet<>();
        for (int i = 0; i <= steps.size(); i++) {
            all.add(new Place(root, steps.subList(0, i)));
        }
        return all;
    }
}
