package dev.cuecard.sim.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the syntax of RE2, which leaves out look-around and back-references. The expression is known to be well-formed;
 * what is not understood all the same ends the reading with null. Of one use only.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">the syntax</a>
 */
final class PatternParser {

    private final String text;
    private final PatternClasses classes;
    private int at;
    private boolean foldCase;
    private boolean dotAll;

    private PatternParser(String text) {
        this.text = text;
        this.classes = new PatternClasses(text);
    }

    static @Nullable PatternNode parse(String pattern) {
        PatternParser parser = new PatternParser(pattern);
        try {
            PatternNode node = parser.either();
            return parser.at == pattern.length() ? node : null;
        } catch (StringIndexOutOfBoundsException | IllegalArgumentException notUnderstood) {
            return null;
        }
    }

    private PatternNode either() {
        boolean fold = foldCase;
        boolean all = dotAll;
        List<PatternNode> branches = new ArrayList<>();
        branches.add(row());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            branches.add(row());
        }
        foldCase = fold;
        dotAll = all;
        return branches.size() == 1 ? branches.get(0) : new PatternNode.Either(branches);
    }

    private PatternNode row() {
        List<PatternNode> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            if (text.startsWith("\\Q", at)) {
                int end = text.indexOf("\\E", at);
                String literal = text.substring(at + 2, end < 0 ? text.length() : end);
                literal.codePoints().forEach(c -> parts.add(one(c)));
                at = end < 0 ? text.length() : end + 2;
            } else {
                parts.add(repeated(atom()));
            }
        }
        return new PatternNode.Row(parts);
    }

    private PatternNode repeated(PatternNode atom) {
        PatternNode node = atom;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '*') {
                node = new PatternNode.Repeat(node, 0, PatternNode.FOREVER);
            } else if (c == '+') {
                node = new PatternNode.Repeat(node, 1, PatternNode.FOREVER);
            } else if (c == '?') {
                node = new PatternNode.Repeat(node, 0, 1);
            } else if (c == '{' && text.substring(at).matches("(?s)\\{\\d+(,\\d*)?}.*")) {
                int end = text.indexOf('}', at);
                String[] bounds = text.substring(at + 1, end).split(",", -1);
                int min = Integer.parseInt(bounds[0]);
                int max = bounds.length == 1
                        ? min
                        : bounds[1].isEmpty() ? PatternNode.FOREVER : Integer.parseInt(bounds[1]);
                node = new PatternNode.Repeat(node, min, max);
                at = end;
            } else {
                return node;
            }
            at++;
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
            }
        }
        return node;
    }

    private PatternNode atom() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return switch (c) {
            case '(' -> group();
            case '[' -> new PatternNode.One(folded(bracket()), classes.negated());
            case '.' -> new PatternNode.One(dotAll ? any -> true : any -> any != '\n', true);
            case '^' -> new PatternNode.Start();
            case '$' -> new PatternNode.End();
            case '\\' -> escape();
            default -> one(c);
        };
    }

    private PatternNode group() {
        if (text.charAt(at) != '?') {
            return closed();
        }
        if (text.startsWith("?P<", at) || text.startsWith("?<", at)) {
            at = text.indexOf('>', at) + 1;
            return closed();
        }
        at++;
        boolean on = true;
        boolean fold = foldCase;
        boolean all = dotAll;
        for (char flag = text.charAt(at++); flag != ':' && flag != ')'; flag = text.charAt(at++)) {
            switch (flag) {
                case '-' -> on = false;
                case 'i' -> foldCase = on;
                case 's' -> dotAll = on;
                default -> {}
            }
        }
        if (text.charAt(at - 1) == ')') {
            return new PatternNode.Row(List.of());
        }
        PatternNode node = closed();
        foldCase = fold;
        dotAll = all;
        return node;
    }

    private PatternNode closed() {
        PatternNode node = either();
        if (text.charAt(at) != ')') {
            throw new IllegalArgumentException();
        }
        at++;
        return node;
    }

    private PatternNode escape() {
        char c = text.charAt(at);
        switch (c) {
            case 'A' -> {
                at++;
                return new PatternNode.Start();
            }
            case 'z' -> {
                at++;
                return new PatternNode.End();
            }
            case 'b', 'B' -> {
                at++;
                return new PatternNode.Place();
            }
            default -> {
                classes.moveTo(at);
                IntPredicate fits = classes.escape();
                at = classes.at();
                return new PatternNode.One(folded(fits), Character.isUpperCase(c) && c != 'P');
            }
        }
    }

    private IntPredicate bracket() {
        classes.moveTo(at);
        IntPredicate fits = classes.bracket();
        at = classes.at();
        return fits;
    }

    private PatternNode one(int c) {
        return new PatternNode.One(folded(other -> other == c), false);
    }

    private IntPredicate folded(IntPredicate fits) {
        return foldCase ? c -> fits.test(Character.toLowerCase(c)) || fits.test(Character.toUpperCase(c)) : fits;
    }
}
