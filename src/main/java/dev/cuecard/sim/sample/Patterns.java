package dev.cuecard.sim.sample;

import dev.cuecard.data.Regex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes up a text in which a regular expression finds something, of a given length. */
final class Patterns {

    /** Beyond this length nothing is aimed at. */
    private static final int LONGEST = 4_000;

    private static final int TRIES = 20;

    /** How many sums of lengths are looked at before giving up. */
    private static final int EFFORT = 2_000_000;

    private final PatternNode root;
    private final int cap;
    private final Dice dice;
    private final IdentityHashMap<PatternNode, BitSet> lengths = new IdentityHashMap<>();
    private int effort;

    private Patterns(PatternNode root, int cap, Dice dice) {
        this.root = root;
        this.cap = cap;
        this.dice = dice;
    }

    /**
     * A text that matches.
     *
     * @param min the least length in code points
     * @param max the greatest
     * @return the text, or null when none was found
     */
    static @Nullable String sample(String pattern, int min, int max, Dice dice) {
        PatternNode root = PatternParser.parse(pattern);
        if (root == null || max < min) {
            return null;
        }
        Regex regex;
        try {
            regex = Regex.of(pattern);
        } catch (Regex.Broken e) {
            return null;
        }
        int cap = Math.min(LONGEST, (int) Math.min(max, min + 64L));
        for (int i = 0; i < TRIES; i++) {
            Patterns patterns = new Patterns(root, cap, dice.split());
            String text = i % 2 == 0 ? patterns.natural(min) : patterns.aimed(min);
            if (text != null) {
                int length = text.codePointCount(0, text.length());
                if (min <= length && length <= max && regex.finds(text)) {
                    return text;
                }
            }
        }
        return null;
    }

    /** Of whatever length comes, filled up with words where the expression leaves room around it. */
    private String natural(int min) {
        StringBuilder out = new StringBuilder();
        any(root, out);
        String text = out.toString();
        int missing = min - text.codePointCount(0, text.length());
        if (missing <= 0 || (ends(root, PatternNode.Start.class) && ends(root, PatternNode.End.class))) {
            return text;
        }
        String filler = Words.fit("", missing, missing, dice);
        return ends(root, PatternNode.End.class) ? filler + text : text + filler;
    }

    private static boolean ends(PatternNode node, Class<? extends PatternNode> anchor) {
        if (node instanceof PatternNode.Row row && !row.parts().isEmpty()) {
            int end = anchor == PatternNode.Start.class ? 0 : row.parts().size() - 1;
            return ends(row.parts().get(end), anchor);
        } else if (node instanceof PatternNode.Either either) {
            return either.branches().stream().anyMatch(branch -> ends(branch, anchor));
        }
        return anchor.isInstance(node);
    }

    private void any(PatternNode node, StringBuilder out) {
        if (node instanceof PatternNode.One one) {
            out.appendCodePoint(Characters.pick(one, dice));
        } else if (node instanceof PatternNode.Row row) {
            row.parts().forEach(part -> any(part, out));
        } else if (node instanceof PatternNode.Either either) {
            any(dice.pick(either.branches()), out);
        } else if (node instanceof PatternNode.Repeat repeat) {
            int usual = repeat.min() + (repeat.min() < 2 ? 6 : 3);
            int count = dice.between(repeat.min(), Math.min(repeat.max(), usual));
            for (int i = 0; i < count && out.length() <= LONGEST; i++) {
                any(repeat.node(), out);
            }
        }
    }

    /** Of a length from the bounds, if the expression has a match of such a length. */
    private @Nullable String aimed(int min) {
        BitSet possible = lengths(root);
        List<Integer> wanted = possible.stream()
                .filter(length -> length >= min)
                .limit(64)
                .boxed()
                .toList();
        if (wanted.isEmpty()) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        effort = 0;
        exactly(root, dice.pick(wanted), out);
        return out.toString();
    }

    private BitSet lengths(PatternNode node) {
        BitSet known = lengths.get(node);
        if (known == null) {
            known = measure(node);
            lengths.put(node, known);
        }
        return known;
    }

    private BitSet measure(PatternNode node) {
        if (node instanceof PatternNode.Row row) {
            return tails(row).get(0);
        } else if (node instanceof PatternNode.Either either) {
            BitSet all = new BitSet();
            either.branches().forEach(branch -> all.or(lengths(branch)));
            return all;
        } else if (node instanceof PatternNode.Repeat repeat) {
            BitSet all = new BitSet();
            if (repeat.node() instanceof PatternNode.One) {
                if (repeat.min() <= cap) {
                    all.set(repeat.min(), Math.min(repeat.max(), cap) + 1);
                }
                return all;
            }
            List<BitSet> counts = counts(repeat);
            for (int i = repeat.min(); i < counts.size(); i++) {
                all.or(counts.get(i));
            }
            return all;
        }
        return only(node instanceof PatternNode.One ? 1 : 0);
    }

    private BitSet only(int length) {
        BitSet set = new BitSet();
        set.set(length, length <= cap);
        return set;
    }

    private BitSet sum(BitSet a, BitSet b) {
        BitSet sum = new BitSet();
        effort += a.cardinality() * b.cardinality();
        if (effort > EFFORT) {
            return sum;
        }
        a.stream().forEach(x -> b.stream().takeWhile(y -> x + y <= cap).forEach(y -> sum.set(x + y)));
        return sum;
    }

    /** The lengths of the parts from each one to the last, and of nothing. */
    private List<BitSet> tails(PatternNode.Row row) {
        List<BitSet> tails = new ArrayList<>(List.of(only(0)));
        for (int i = row.parts().size() - 1; i >= 0; i--) {
            tails.add(0, sum(lengths(row.parts().get(i)), tails.get(0)));
        }
        return tails;
    }

    /** The lengths of 0, 1, 2 … times the node, as far as they lead to anything new. */
    private List<BitSet> counts(PatternNode.Repeat repeat) {
        List<BitSet> counts = new ArrayList<>(List.of(only(0)));
        BitSet once = lengths(repeat.node());
        int most = Math.min(repeat.max(), Math.max(repeat.min(), cap));
        for (int i = 1; i <= most; i++) {
            BitSet next = sum(counts.get(i - 1), once);
            if (next.isEmpty() || (i > repeat.min() && next.equals(counts.get(i - 1)))) {
                break;
            }
            counts.add(next);
        }
        return counts;
    }

    private void exactly(PatternNode node, int length, StringBuilder out) {
        if (node instanceof PatternNode.One one) {
            out.appendCodePoint(Characters.pick(one, dice));
        } else if (node instanceof PatternNode.Row row) {
            int left = length;
            List<BitSet> tails = tails(row);
            for (int i = 0; i < row.parts().size(); i++) {
                int part = share(lengths(row.parts().get(i)), tails.get(i + 1), left);
                exactly(row.parts().get(i), part, out);
                left -= part;
            }
        } else if (node instanceof PatternNode.Either either) {
            exactly(
                    dice.pick(either.branches().stream()
                            .filter(branch -> lengths(branch).get(length))
                            .toList()),
                    length,
                    out);
        } else if (node instanceof PatternNode.Repeat repeat) {
            repeatedly(repeat, length, out);
        }
    }

    private void repeatedly(PatternNode.Repeat repeat, int length, StringBuilder out) {
        if (repeat.node() instanceof PatternNode.One) {
            for (int i = 0; i < length; i++) {
                exactly(repeat.node(), 1, out);
            }
            return;
        }
        List<BitSet> counts = counts(repeat);
        List<Integer> fitting = new ArrayList<>();
        for (int i = repeat.min(); i < counts.size(); i++) {
            if (counts.get(i).get(length)) {
                fitting.add(i);
            }
        }
        int left = length;
        for (int i = dice.pick(fitting); i > 0; i--) {
            int part = share(lengths(repeat.node()), counts.get(i - 1), left);
            exactly(repeat.node(), part, out);
            left -= part;
        }
    }

    /** A length for one part that leaves the rest a length of its own. */
    private int share(BitSet part, BitSet rest, int length) {
        List<Integer> fitting = part.stream()
                .filter(x -> x <= length && rest.get(length - x))
                .limit(64)
                .boxed()
                .toList();
        return dice.pick(fitting);
    }
}
