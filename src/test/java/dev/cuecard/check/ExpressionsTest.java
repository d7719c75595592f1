package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions, each in the text of a message: those that are right, and the code of what is wrong with the others. */
class ExpressionsTest {

    private static final String NAMES = """
            prompt test

            type Label = "good" | "bad"

            type Item { name: string, price: number, label: Label, note?: string }

            type Shape = { kind: "circle", radius: number } | { kind: "square", side: number }

            var s: string
            var n: number
            var i: integer
            var b: boolean
            var d: date
            var label: Label
            var item: Item
            var items: Item[]
            var words: string[]
            var numbers: integer[]
            var scores: map<number>
            var open: { a: string, ... }
            var shape: Shape
            var anything: any
            var photo: image

            template line(text: string, level: integer = 1) "{{ text }} {{ level }}"

            """;

    private static List<String> codes(String expression) {
        return Checks.codes(NAMES + "user \"{{ " + expression + " }}\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s",
                "n",
                "b",
                "d",
                "item",
                "words",
                "anything",
                "s + s",
                "i + 1",
                "n / i",
                "i % 2",
                "-n * 2 - 1",
                "[1] + numbers",
                "[s, \\\"x\\\"] + words",
                "n < 1.5",
                "s < \\\"b\\\"",
                "d < \\\"2026-01-01\\\"",
                "label == \\\"good\\\"",
                "n == i",
                "items == []",
                "item.label",
                "item[\\\"name\\\"]",
                "item.note ?? \\\"\\\"",
                "item?.name ?? s",
                "items[0]?.name ?? s",
                "items[-1]?.label ?? \\\"good\\\"",
                "words[0:2]",
                "s[:3]",
                "s[0] ?? s",
                "scores[s] ?? 0",
                "scores.x ?? 0",
                "open.a",
                "open.b ?? s",
                "shape.kind",
                "shape.radius ?? 0",
                "anything.x ?? s",
                "{ good: 1, bad: 2 }[label]",
                "s in words",
                "s in s",
                "s in scores",
                "item in items",
                "i in numbers",
                "s if b else s",
                "s if words and not item.note else s",
                "b and s and words",
                "words | join(s)",
                "numbers | join(s)",
                "words | bullets",
                "s | upper | lower | trim",
                "s | replace(s, s)",
                "s | split(s) | length",
                "s | lines | last ?? s",
                "s | truncate(3)",
                "s | indent(2)",
                "words | first ?? s",
                "numbers | sort | reverse | unique",
                "items | sort(\\\"price\\\") | map(\\\"name\\\")",
                "items | where(\\\"label\\\", \\\"good\\\") | length",
                "items | where(\\\"note\\\", s)",
                "item | keys",
                "scores | values",
                "words | map(line)",
                "words | map(upper)",
                "n | round(2)",
                "s | xml",
                "s | matches('^a+$')",
                "s | fence(s)",
                "item | json(2)",
                "shape(Item)",
                "json_schema(Label)",
                "range(0, i)",
                "line(s)",
                "line(s, 2)",
                "line(text = s, level = i)",
                "\\\"{{ s }}\\\"",
                "[...words, s]",
                "{ a: s, b: [n, null] }",
                "s | length > 3",
                "i == 1.0",
                "null ?? s",
                "words ?? []"
            })
    void right(String expression) {
        assertThat(codes(expression.replace("\\\"", "\""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "unknown => P201",
                "line => P210",
                "Item => P210",
                "s + 1 => P222",
                "s + n => P222",
                "words + s => P222",
                "-s => P222",
                "s * 2 => P222",
                "n < s => P222",
                "b < b => P222",
                "1 / 0 => P222",
                "item.nme => P204",
                "s.length => P204",
                "words.name => P204",
                "item[\"nme\"] => P204",
                "item[0] => P222",
                "words[s] => P222",
                "n[0] => P222",
                "n[0:1] => P222",
                "words[s:] => P222",
                "item.note => P221",
                "words[0] => P221",
                "s[0] => P221",
                "scores.x => P221",
                "open.b => P221",
                "shape.radius => P221",
                "anything.x => P221",
                "words | first => P221",
                "items[0].name => P221",
                "items[0]?.name => P221",
                "(item.note | upper) => P221",
                "item.note + s => P221",
                "[item.note] => P221",
                "{ good: 1 }[label] => P221",
                "s if n else s => P223",
                "s if not i else s => P223",
                "b and n => P223",
                "label == \"god\" => P224",
                "s == 1 => P224",
                "words == s => P224",
                "n != b => P224",
                "i in words => P224",
                "\"god\" in [label] => P224",
                "items | where(\"label\", \"god\") => P224",
                "s in n => P222",
                "n in s => P222",
                "photo => P222",
                "image(photo) => P222",
                "photo | upper => P222",
                "s | uper => P205",
                "s | line => P205",
                "n | upper => P222",
                "words | upper => P222",
                "s | join(s) => P222",
                "s | first => P222",
                "words | keys => P222",
                "words | sort(\"name\") => P204",
                "items | sort => P222",
                "items | sort(\"nme\") => P204",
                "items | map(\"nme\") => P204",
                "items | map(\"note\") => P221",
                "items | map(line) => P222",
                "items | map(unknown) => P206",
                "items | map(s) => P210",
                "items | where(\"nme\", s) => P204",
                "s | replace(s) => P225",
                "s | trim(s) => P225",
                "s | truncate(s) => P222",
                "s | matches(s) => P226",
                "s | matches('(?=a)') => P213",
                "s | json(s) => P222",
                "line() => P225",
                "line(s, 1, 2) => P225",
                "line(s, text = s) => P225",
                "line(s, levl = 1) => P225",
                "line(n) => P222",
                "line(s, s) => P222",
                "lin(s) => P206",
                "upper(s) => P206",
                "Item(s) => P210",
                "shape() => P309",
                "shape(Itm) => P211",
                "shape(s) => P210",
                "shape(\"Item\") => P222",
                "file(s) => P226",
                "file(\"none.txt\") => P102",
                "rows(\"none.jsonl\") => P225",
                "range(1) => P225",
                "range(0, s) => P222",
                "image() => P225",
                "[...s] => P222",
                "{ a: s, a: s } => P202",
                "common.x => P201",
                "common.f(s) => P208",
                "unknown.a.b + unknown => P201",
                "(s | uper) + 1 => P205",
            })
    void wrong(String expression, String code) {
        assertThat(codes(expression)).contains(code).containsOnly(code);
    }

    /** Two uses of one unknown name are two places to repair; what hangs on one mistake is not told again. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "unknown | upper | length > \"a\" => 1",
                "(item.nme + 1) * s.x => 2",
                "line(unknown, n) => 2",
                "[unknown, 1] | join(s) => 1",
                "{ a: unknown }.a.b.c => 1",
                "unknown ?? (item.nme ?? s) => 2",
            })
    void oneMistakeOneFinding(String expression, int findings) {
        assertThat(codes(expression)).hasSize(findings);
    }
}
