package dev.cuecard;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Writes prompts by chance: many are right, the others have mistakes of types, names and missing values. */
final class RandomPrompt {

    /** What may go wrong is asked for once in so many times. */
    private static final int RISK = 12;

    private static final List<String> TEXTS =
            List.of("a", "o.p", "\"s{{ a }}\"", "'raw'", "note(a)", "note()", "a[1:3]", "m ?? \"none\"", "xs[0] ?? a");
    private static final List<String> NUMBERS = List.of("n", "1", "2.50", "half", "-n", "o.q ?? 0", "(xs | length)");
    private static final List<String> LISTS = List.of("xs", "ys", "[a, ...xs]", "[a]", "xs[1:]", "(a | split(\" \"))");
    private static final List<String> TRUTHS =
            List.of("b", "true", "m", "xs", "n > 2", "a == 'raw'", "a in xs", "o?.q == null", "not b");
    private static final List<String> OTHERS =
            List.of("o", "o.q", "m", "null", "xs[0]", "[1, a]", "{ p: a }", "range(0, 3)", "a[0]", "unknown");
    private static final List<String> TEXT_FILTERS = List.of(
            "upper", "trim", "fence", "xml", "indent(2)", "truncate(5)", "replace(\"a\", \"b\")", "json", "lower");
    private static final List<String> LIST_FILTERS = List.of("reverse", "unique", "sort", "map(note)");
    private static final List<String> LIST_TO_TEXT = List.of("join(\", \")", "bullets", "numbered", "json(2)");
    private static final List<String> LITERALS = List.of(
            "word ",
            "  two blanks",
            "\n\n",
            "\n    deep\n",
            "{ \"json\": 1 }",
            "\\{{",
            "\t",
            "é 漢 😀",
            "}}",
            "{",
            " . ",
            "$x",
            "{% if %}");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    RandomPrompt(long seed) {
        random = new Random(seed);
    }

    String text() {
        out.append("""
                prompt   "random"

                var a: string
                var n: integer = 3
                var   xs: string[] = ["x", "y"]
                var o: { p: string, q?: number }
                var b: boolean = true
                var m?: string
                let ys = xs | reverse
                let half = n / 2
                template note(t: string = "none") "<{{ t }}>"

                """);
        int statements = 1 + random.nextInt(4);
        for (int i = 0; i < statements; i++) {
            statement();
        }
        out.append("user \"Now: {{ a }}\"\n");
        return out.toString();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void statement() {
        switch (random.nextInt(6)) {
            case 0 -> {
                out.append("if ").append(truth()).append("  {\n");
                statement();
                out.append("} else {\n");
                statement();
                out.append("}\n");
            }
            case 1 -> {
                out.append("for x, i in ")
                        .append(one(List.of("xs", "ys", "range(0, 2)")))
                        .append(" {\n");
                statement();
                out.append("}\n");
            }
            case 2 ->
                out.append(one(List.of("system ", "assistant ")))
                        .append(expression())
                        .append('\n');
            case 3 ->
                out.append("system \"")
                        .append(tag())
                        .append(" and ")
                        .append(tag())
                        .append("\"\n");
            default -> block();
        }
    }

    private void block() {
        out.append(one(List.of("system", "user", "assistant"))).append(" \"\"\"\n");
        out.append(one(List.of("  ", "", "    ")));
        int parts = 1 + random.nextInt(6);
        for (int i = 0; i < parts; i++) {
            part();
        }
        out.append('\n').append(one(List.of("  ", ""))).append("\"\"\"\n");
    }

    private void part() {
        switch (random.nextInt(6)) {
            case 0 -> {
                out.append("{{")
                        .append(tilde())
                        .append(" if ")
                        .append(expression())
                        .append(" }}");
                part();
                out.append("{{ else }}");
                part();
                out.append("{{ end ").append(tilde()).append("}}");
            }
            case 1 -> {
                out.append("{{ for x in ").append(one(List.of("xs", "ys"))).append(" }}\n");
                part();
                out.append("{{ loop.index }}{{ end }}");
            }
            case 2, 3 -> out.append(one(LITERALS));
            default -> out.append(tag());
        }
    }

    private String tilde() {
        return one(List.of("", "", "~"));
    }

    private String tag() {
        return "{{" + tilde() + " " + expression() + " " + tilde() + "}}";
    }

    private String expression() {
        return switch (random.nextInt(4)) {
            case 0 -> number();
            case 1 -> list();
            default -> string();
        };
    }

    private boolean risky() {
        return random.nextInt(RISK) == 0;
    }

    private String string() {
        if (risky()) {
            return one(OTHERS);
        }
        return deeper(one(TEXTS), choice -> switch (choice) {
            case 0 -> string() + " | " + one(TEXT_FILTERS);
            case 1 -> list() + " | " + one(LIST_TO_TEXT);
            case 2 -> "(" + string() + " + " + string() + ")";
            default -> "(" + string() + " if " + truth() + " else " + string() + ")";
        });
    }

    private String number() {
        if (risky()) {
            return one(OTHERS);
        }
        return deeper(one(NUMBERS), choice -> switch (choice) {
            case 0 -> "(" + number() + one(List.of(" + ", " - ", " * ", " / ", " % ")) + number() + ")";
            case 1 -> string() + " | length";
            case 2 -> number() + " | round(1)";
            default -> "(" + number() + " if " + truth() + " else " + number() + ")";
        });
    }

    private String list() {
        return deeper(one(LISTS), choice -> choice < 2 ? list() + " | " + one(LIST_FILTERS) : string() + " | lines");
    }

    private String truth() {
        return deeper(one(TRUTHS), choice -> switch (choice) {
            case 0 -> "(" + truth() + one(List.of(" and ", " or ")) + truth() + ")";
            case 1 -> number() + one(List.of(" < ", " >= ", " == ", " != ")) + number();
            default -> "not (" + truth() + ")";
        });
    }

    private String deeper(String leaf, IntFunction<String> made) {
        if (depth > 2 || random.nextBoolean()) {
            return leaf;
        }
        depth++;
        String text = made.apply(random.nextInt(4));
        depth--;
        return text;
    }
}
