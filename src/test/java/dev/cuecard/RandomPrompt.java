package dev.cuecard;

import java.util.List;
import java.util.Random;

/** Writes prompts by chance: many are right, the others have mistakes of types, names and missing values. */
final class RandomPrompt {

    private static final List<String> LEAVES = List.of(
            "a",
            "n",
            "xs",
            "o",
            "b",
            "m",
            "o.p",
            "o.q",
            "ys",
            "half",
            "1",
            "2.50",
            "\"s{{ a }}\"",
            "'raw'",
            "true",
            "null",
            "[1, 2]",
            "[a, ...xs]",
            "{ p: a }",
            "xs[0]",
            "xs[-1]",
            "a[1:3]",
            "note(a)",
            "range(0, 3)",
            "o?.q");
    private static final List<String> FILTERS = List.of(
            "upper",
            "trim",
            "json",
            "json(2)",
            "length",
            "first",
            "last",
            "join(\", \")",
            "bullets",
            "numbered",
            "fence",
            "xml",
            "reverse",
            "unique",
            "sort",
            "lines",
            "indent(2)",
            "truncate(5)",
            "round(1)",
            "replace(\"a\", \"b\")",
            "split(\",\")",
            "keys",
            "map(note)",
            "matches('^a')");
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "%", "??", "==", "!=", "<", "<=", ">", ">=", "in", "and", "or");
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
                out.append("if ").append(expression()).append("  {\n");
                statement();
                out.append("} else {\n");
                statement();
                out.append("}\n");
            }
            case 1 -> {
                out.append("for x, i in ")
                        .append(one(List.of("xs", "ys", "range(0, 2)", "o")))
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
        if (depth > 2) {
            return one(LEAVES);
        }
        depth++;
        String made = switch (random.nextInt(8)) {
            case 0 -> expression() + " " + one(OPERATORS) + " " + expression();
            case 1 -> expression() + " | " + one(FILTERS);
            case 2 -> "(" + expression() + ")";
            case 3 -> expression() + " if " + expression() + " else " + expression();
            case 4 -> "not " + expression();
            default -> one(LEAVES);
        };
        depth--;
        return made;
    }
}
