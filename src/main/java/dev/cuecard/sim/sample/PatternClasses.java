package dev.cuecard.sim.sample;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Reads the character classes of a regular expression: {@code [a-z\d]}, {@code \w}, {@code \p{Greek}}. */
final class PatternClasses {

    private final String text;
    private int at;
    private boolean negated;

    PatternClasses(String text) {
        this.text = text;
    }

    void moveTo(int offset) {
        at = offset;
    }

    int at() {
        return at;
    }

    /** Whether the last bracket began with {@code ^}. */
    boolean negated() {
        return negated;
    }

    /** What stands between {@code [}, which was read, and its {@code ]}. */
    IntPredicate bracket() {
        boolean not = text.charAt(at) == '^';
        if (not) {
            at++;
        }
        IntPredicate all = c -> false;
        boolean first = true;
        while (first || text.charAt(at) != ']') {
            first = false;
            all = all.or(item());
        }
        at++;
        negated = not;
        return not ? all.negate() : all;
    }

    private IntPredicate item() {
        if (text.startsWith("[:", at)) {
            int end = text.indexOf(":]", at);
            String name = text.substring(at + 2, end);
            at = end + 2;
            return name.startsWith("^") ? posix(name.substring(1)).negate() : posix(name);
        }
        if (text.charAt(at) == '\\' && "dDwWsSpP".indexOf(text.charAt(at + 1)) >= 0) {
            at++;
            return escape();
        }
        int low = single();
        if (text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
            at++;
            int high = single();
            return c -> low <= c && c <= high;
        }
        return c -> c == low;
    }

    private int single() {
        if (text.charAt(at) == '\\') {
            at++;
            return escapedCharacter();
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    /** What stands after a backslash, which was read. */
    IntPredicate escape() {
        char c = text.charAt(at);
        if ("dDwWsS".indexOf(c) >= 0) {
            at++;
            IntPredicate fits = switch (Character.toLowerCase(c)) {
                case 'd' -> posix("digit");
                case 'w' -> posix("word");
                default -> space -> "\t\n\f\r ".indexOf(space) >= 0;
            };
            return Character.isUpperCase(c) ? fits.negate() : fits;
        } else if (c == 'p' || c == 'P') {
            return property(c == 'P');
        }
        int only = escapedCharacter();
        return other -> other == only;
    }

    private IntPredicate property(boolean not) {
        at++;
        String name;
        if (text.charAt(at) == '{') {
            int end = text.indexOf('}', at);
            name = text.substring(at + 1, end);
            at = end + 1;
        } else {
            name = text.substring(at, ++at);
        }
        boolean inverse = not ^ name.startsWith("^");
        // The JDK's own expressions know the same categories, and the scripts under Is.
        String plain = name.startsWith("^") ? name.substring(1) : name;
        String known =
                plain.equals("Any") ? "(?s)." : plain.length() <= 2 ? "\\p{" + plain + "}" : "\\p{Is" + plain + "}";
        Pattern pattern = Pattern.compile(known);
        IntPredicate fits = c -> pattern.matcher(Character.toString(c)).matches();
        return inverse ? fits.negate() : fits;
    }

    private int escapedCharacter() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return switch (c) {
            case 'a' -> 7;
            case 'f' -> '\f';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'v' -> 11;
            case 'x' -> hexadecimal();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c - '0');
            default -> c;
        };
    }

    private int hexadecimal() {
        String digits;
        if (text.charAt(at) == '{') {
            int end = text.indexOf('}', at);
            digits = text.substring(at + 1, end);
            at = end + 1;
        } else {
            digits = text.substring(at, at + 2);
            at += 2;
        }
        return Integer.parseInt(digits, 16);
    }

    private int octal(int first) {
        int value = first;
        for (int i = 0; i < 2 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7'; i++) {
            value = value * 8 + text.charAt(at++) - '0';
        }
        return value;
    }

    private static IntPredicate posix(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "alnum" -> c -> in(c, '0', '9') || in(c, 'a', 'z') || in(c, 'A', 'Z');
            case "alpha" -> c -> in(c, 'a', 'z') || in(c, 'A', 'Z');
            case "ascii" -> c -> c < 128;
            case "blank" -> c -> c == ' ' || c == '\t';
            case "cntrl" -> c -> c < 32 || c == 127;
            case "digit" -> c -> in(c, '0', '9');
            case "graph" -> c -> in(c, '!', '~');
            case "lower" -> c -> in(c, 'a', 'z');
            case "print" -> c -> in(c, ' ', '~');
            case "punct" -> c -> in(c, '!', '/') || in(c, ':', '@') || in(c, '[', '`') || in(c, '{', '~');
            case "space" -> c -> in(c, 9, 13) || c == ' ';
            case "upper" -> c -> in(c, 'A', 'Z');
            case "word" -> c -> in(c, '0', '9') || in(c, 'a', 'z') || in(c, 'A', 'Z') || c == '_';
            case "xdigit" -> c -> in(c, '0', '9') || in(c, 'a', 'f') || in(c, 'A', 'F');
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static boolean in(int c, int low, int high) {
        return low <= c && c <= high;
    }
}
