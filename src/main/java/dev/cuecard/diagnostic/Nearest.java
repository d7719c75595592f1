package dev.cuecard.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which known name somebody meant. Names are compared by the Damerau-Levenshtein distance of their code points, with
 * case and the difference of {@code _} and {@code -} left out of account. The answer depends on the names alone, not on
 * the order in which a set happens to give them.
 */
public final class Nearest {

    /** A list as long as this is shown whole. */
    private static final int SHOWN_WHOLE = 7;

    private static final int SHOWN_NEAREST = 5;

    /** Of a longer word, so much is compared: the table of a comparison grows with both lengths. */
    private static final int MEASURED = 200;

    private Nearest() {}

    /**
     * The nearest name that is at most a third of the word's length away, but one step for short words, and has
     * something in common with it; or null. The word itself is no answer.
     */
    public static @Nullable String of(String word, Collection<String> known) {
        int[] folded = fold(word);
        int limit = Math.max(1, folded.length / 3);
        Ranked best = null;
        for (String name : known) {
            int[] other = fold(name);
            if (name.equals(word) || Math.abs(other.length - folded.length) > limit) {
                continue;
            }
            int steps = distance(folded, other);
            boolean near = steps <= limit && steps < Math.max(folded.length, other.length);
            if (near && (best == null || steps <= best.steps)) {
                Ranked next = rank(word, name, steps);
                if (best == null || Ranked.ORDER.compare(next, best) < 0) {
                    best = next;
                }
            }
        }
        return best == null ? null : best.name;
    }

    /** The names to list for a word that is none of them, in their order: all, or over seven the nearest five. */
    public static List<String> few(String word, Collection<String> known) {
        if (known.size() <= SHOWN_WHOLE) {
            return List.copyOf(known);
        }
        String head = word.length() > MEASURED ? word.substring(0, MEASURED) : word;
        int[] folded = fold(head);
        List<Ranked> ranked = new ArrayList<>();
        for (String name : known) {
            ranked.add(rank(head, name, distance(folded, fold(name))));
        }
        ranked.sort(Ranked.ORDER);
        Set<String> nearest = new HashSet<>();
        ranked.stream().limit(SHOWN_NEAREST).forEach(r -> nearest.add(r.name));
        return known.stream().filter(nearest::contains).toList();
    }

    private static Ranked rank(String word, String name, int steps) {
        return new Ranked(name, steps, distance(points(word), points(name)));
    }

    private static int[] fold(String word) {
        // Upper case first: it makes one of ς and σ, ſ and s.
        return points(word.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('-', '_'));
    }

    private static int[] points(String word) {
        return word.codePoints().toArray();
    }

    /** The least number of code points to insert, remove, replace or swap with a neighbour. */
    private static int distance(int[] a, int[] b) {
        int far = a.length + b.length;
        // One row and column more than usual: a swap looks back to where both letters stood last.
        int[][] d = new int[a.length + 2][b.length + 2];
        d[0][0] = far;
        for (int i = 0; i <= a.length; i++) {
            d[i + 1][0] = far;
            d[i + 1][1] = i;
        }
        for (int j = 0; j <= b.length; j++) {
            d[0][j + 1] = far;
            d[1][j + 1] = j;
        }
        Map<Integer, Integer> lastRow = new HashMap<>();
        for (int i = 1; i <= a.length; i++) {
            int lastColumn = 0;
            for (int j = 1; j <= b.length; j++) {
                int row = lastRow.getOrDefault(b[j - 1], 0);
                int column = lastColumn;
                boolean same = a[i - 1] == b[j - 1];
                if (same) {
                    lastColumn = j;
                }
                int replaced = d[i][j] + (same ? 0 : 1);
                int moved = Math.min(d[i + 1][j], d[i][j + 1]) + 1;
                int swapped = d[row][column] + (i - row - 1) + 1 + (j - column - 1);
                d[i + 1][j + 1] = Math.min(Math.min(replaced, moved), swapped);
            }
            lastRow.put(a[i - 1], i);
        }
        return d[a.length + 1][b.length + 1];
    }

    /** A name, its distance as folded and as written: the second decides between names that fold alike. */
    private record Ranked(String name, int steps, int written) {
        private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::steps)
                .thenComparingInt(Ranked::written)
                .thenComparing(Ranked::name);
    }
}
