package dev.cuecard.testing.report.html;

import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tests by the models that they were run on, when there are several. */
final class Matrix {

    /** More rows than these are closed at first. */
    private static final int MANY = 60;

    private Matrix() {}

    private record Row(String file, String test, int row) {}

    static void write(Html html, List<CaseResult> cases) {
        Set<String> models = new LinkedHashSet<>();
        Map<Row, Map<String, Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            TestCase test = cases.get(i).test();
            if (test.model() != null) {
                models.add(test.model());
                rows.computeIfAbsent(new Row(test.file(), test.test().name(), test.row()), row -> new LinkedHashMap<>())
                        .put(test.model(), i);
            }
        }
        if (models.size() < 2) {
            return;
        }
        html.open("section", "aria-labelledby", "models");
        html.open("h2", "id", "models").text("By model").close();
        List<String> attributes = new ArrayList<>(List.of("class", "matrix"));
        if (rows.size() <= MANY) {
            attributes.addAll(List.of("open", ""));
        }
        html.open("details", attributes.toArray(String[]::new));
        html.element("summary", "", Looks.count(rows.size(), "test", "tests") + " on " + models.size() + " models");
        html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-labelledby", "models");
        html.open("table")
                .open("thead")
                .open("tr")
                .open("th", "scope", "col")
                .text("test")
                .close();
        for (String model : models) {
            html.open("th", "scope", "col").text(model + " ");
            Sums.of(cases, model).write(html);
            html.close();
        }
        html.close().close().open("tbody").line();
        rows.forEach((row, by) -> row(html, cases, models, row, by));
        html.close().close().close().close().close().line();
    }

    private static void row(Html html, List<CaseResult> cases, Set<String> models, Row row, Map<String, Integer> by) {
        html.open("tr").open("th", "scope", "row");
        html.element("span", "file", row.file() + " ");
        html.text(row.test() + (row.row() > 0 ? " [" + row.row() + "]" : "")).close();
        for (String model : models) {
            Integer number = by.get(model);
            html.open("td");
            if (number != null) {
                CaseResult one = cases.get(number);
                html.open("a", "href", "#" + Cases.id(number), "class", "cell " + Looks.tone(one.verdict()));
                html.open("span", "aria-hidden", "true")
                        .text(Looks.sign(one.verdict()) + " ")
                        .close();
                html.text(
                        one.planned() > 1
                                ? one.tally().passed() + " of " + one.tally().runs()
                                : Looks.word(one.verdict()));
                html.close();
            }
            html.close();
        }
        html.close().line();
    }
}
