package dev.cuecard.testing;

import dev.cuecard.Prompt;
import dev.cuecard.check.CheckedTest;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.render.eval.Evaluator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tested.
 *
 * @param cases the tests, in the order of the prompts and of the tests in them
 * @param findings why there are none of some test
 */
public record TestPlan(List<TestCase> cases, List<Diagnostic> findings) {

    /** Copies the lists. */
    public TestPlan {
        cases = List.copyOf(cases);
        findings = List.copyOf(findings);
    }

    /**
     * Every test of the prompts: once for each of its rows, and for each of the models when it asks one.
     *
     * @param models the models to ask instead of the prompts' own; empty for those
     */
    public static TestPlan of(List<Prompt> prompts, List<String> models) {
        List<TestCase> cases = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Prompt prompt : prompts) {
            for (CheckedTest test : prompt.checked().tests()) {
                boolean asks = test.canned() == null && !models.isEmpty();
                List<@Nullable String> asked = asks ? new ArrayList<>(models) : Collections.singletonList(null);
                for (String model : asked) {
                    rows(prompt, test, model, cases, findings);
                }
            }
        }
        return new TestPlan(cases, findings.stream().distinct().toList());
    }

    private static void rows(
            Prompt prompt, CheckedTest test, @Nullable String model, List<TestCase> cases, List<Diagnostic> findings) {
        if (test.rows() == null) {
            cases.add(new TestCase(prompt, test, 0, null, model));
            return;
        }
        List<Diagnostic> mistakes = new ArrayList<>();
        List<@Nullable Json> rows =
                CaseInputs.rows(test.rows(), new Evaluator(Map.of(), Map.of(), prompt.limits()), mistakes);
        if (rows.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(TestingErrors.noRows(test, test.rows()));
        }
        findings.addAll(mistakes);
        for (int i = 0; i < rows.size(); i++) {
            cases.add(new TestCase(prompt, test, i + 1, rows.get(i), model));
        }
    }

    /** Those of the tests alone that are wanted. */
    public TestPlan only(Predicate<TestCase> wanted) {
        return new TestPlan(cases.stream().filter(wanted).toList(), findings);
    }

    /**
     * One of several parts that hold all tests together, each once.
     *
     * @param part its number, from 1
     * @param parts how many there are
     */
    public TestPlan shard(int part, int parts) {
        return new TestPlan(
                IntStream.range(0, cases.size())
                        .filter(i -> i % parts == part - 1)
                        .mapToObj(cases::get)
                        .toList(),
                findings);
    }
}
