package dev.cuecard;

import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.CheckedTest;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.render.Given;
import dev.cuecard.render.eval.Evaluated;
import dev.cuecard.render.eval.Evaluator;
import dev.cuecard.render.eval.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the test of a prompt gives: inputs, and answers of tools. Of a test with rows, for the first of them. */
final class TestInputs {

    private final CheckedTest test;
    private final Evaluator evaluator;
    private final List<Diagnostic> findings = new ArrayList<>();

    private TestInputs(CheckedPrompt prompt, String name, Limits limits) {
        CheckedTest found = prompt.test(name);
        if (found == null) {
            throw new IllegalArgumentException("`" + prompt.name() + "` has no test `" + name + "`");
        }
        test = found;
        evaluator = new Evaluator(Map.of(), Map.of(), limits);
        Expr rows = test.rows();
        if (rows != null) {
            Evaluated list = evaluator.list(rows);
            note(list.mistake());
            if (list.value() instanceof Json.Arr all && !all.items().isEmpty()) {
                evaluator.set(test.rowSlot(), all.items().get(0));
            }
        }
    }

    static Map<String, Given> of(CheckedPrompt prompt, String name, Limits limits) {
        TestInputs inputs = new TestInputs(prompt, name, limits);
        Map<String, Given> given = new LinkedHashMap<>();
        for (CheckedTest.Binding binding : inputs.test.bindings()) {
            Json value = inputs.value(binding);
            if (value != null) {
                given.put(binding.name(), Given.of(value));
            }
        }
        inputs.stopAtMistakes();
        return given;
    }

    static Map<String, List<Json>> stubs(Prompt prompt, String name) {
        TestInputs inputs = new TestInputs(prompt.checked(), name, prompt.limits());
        Map<String, List<Json>> stubs = new LinkedHashMap<>();
        for (CheckedTest.Binding stub : inputs.test.stubs()) {
            Json value = inputs.value(stub);
            if (value != null) {
                inputs.note(prompt.unfitStub(stub.name(), value, stub.value().span()));
                stubs.computeIfAbsent(stub.name(), tool -> new ArrayList<>()).add(value);
            }
        }
        inputs.stopAtMistakes();
        return stubs;
    }

    private @Nullable Json value(CheckedTest.Binding binding) {
        Evaluated value = evaluator.value(binding.value());
        note(value.mistake());
        return value.value();
    }

    private void note(@Nullable Diagnostic mistake) {
        if (mistake != null) {
            findings.add(mistake);
        }
    }

    private void stopAtMistakes() {
        if (!findings.isEmpty()) {
            throw new PromptException(findings);
        }
    }
}
