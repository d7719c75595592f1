package dev.cuecard.testing;

import dev.cuecard.check.CheckedTest;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.render.Given;
import dev.cuecard.render.eval.Evaluated;
import dev.cuecard.render.eval.Evaluator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test gives its prompt.
 *
 * @param inputs the inputs, and the turns of the conversation among them
 * @param stubs the answers of tools, in their order
 * @param reply the text of the canned reply, or null
 * @param findings what could not be computed
 */
record CaseInputs(
        Map<String, Given> inputs,
        Map<String, List<Json>> stubs,
        @Nullable String reply,
        List<Diagnostic> findings) {

    static CaseInputs of(TestCase one) {
        CheckedTest test = one.test();
        List<Diagnostic> findings = new ArrayList<>();
        Evaluator evaluator = new Evaluator(Map.of(), Map.of(), one.prompt().limits());
        evaluator.set(test.rowSlot(), one.value());
        Map<String, Given> inputs = new LinkedHashMap<>();
        for (CheckedTest.Binding binding : test.bindings()) {
            Json value = value(evaluator.value(binding.value()), findings);
            if (value != null) {
                inputs.put(binding.name(), Given.of(value));
            }
        }
        Map<String, List<Json>> stubs = new LinkedHashMap<>();
        for (CheckedTest.Binding stub : test.stubs()) {
            Json value = value(evaluator.value(stub.value()), findings);
            if (value != null) {
                Diagnostic unfit =
                        one.prompt().unfitStub(stub.name(), value, stub.value().span());
                if (unfit != null) {
                    findings.add(unfit);
                }
                stubs.computeIfAbsent(stub.name(), tool -> new ArrayList<>()).add(value);
            }
        }
        Json reply = test.canned() == null
                ? null
                : value(evaluator.text(test.canned().text()), findings);
        return new CaseInputs(inputs, stubs, reply instanceof Json.Str text ? text.value() : null, findings);
    }

    /** The rows of a test with rows, else one that is null. */
    static List<@Nullable Json> rows(Expr rows, Evaluator evaluator, List<Diagnostic> findings) {
        return value(evaluator.list(rows), findings) instanceof Json.Arr list
                ? new ArrayList<>(list.items())
                : List.of();
    }

    private static @Nullable Json value(Evaluated evaluated, List<Diagnostic> findings) {
        if (evaluated.mistake() != null) {
            findings.add(evaluated.mistake());
        }
        return evaluated.value();
    }
}
