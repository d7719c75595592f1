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

/** The inputs that the test of a prompt gives. */
final class TestInputs {

    private TestInputs() {}

    static Map<String, Given> of(CheckedPrompt prompt, String name, Limits limits) {
        CheckedTest test = prompt.test(name);
        if (test == null) {
            throw new IllegalArgumentException("`" + prompt.name() + "` has no test `" + name + "`");
        }
        List<Diagnostic> findings = new ArrayList<>();
        Evaluator evaluator = new Evaluator(Map.of(), Map.of(), limits);
        Expr rows = test.rows();
        if (rows != null) {
            Evaluated list = evaluator.list(rows);
            note(list, findings);
            if (list.value() instanceof Json.Arr all && !all.items().isEmpty()) {
                evaluator.set(test.rowSlot(), all.items().get(0));
            }
        }
        Map<String, Given> inputs = new LinkedHashMap<>();
        for (CheckedTest.Binding binding : test.bindings()) {
            Evaluated value = evaluator.value(binding.value());
            note(value, findings);
            if (value.value() != null) {
                inputs.put(binding.name(), Given.of(value.value()));
            }
        }
        if (!findings.isEmpty()) {
            throw new PromptException(findings);
        }
        return inputs;
    }

    private static void note(Evaluated value, List<Diagnostic> findings) {
        if (value.mistake() != null) {
            findings.add(value.mistake());
        }
    }
}
