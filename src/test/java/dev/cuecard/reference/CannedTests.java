package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.CheckedTest;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.output.Outcome;
import dev.cuecard.output.Reading;
import dev.cuecard.output.ReplyReader;
import dev.cuecard.render.Binder;
import dev.cuecard.render.Binding;
import dev.cuecard.render.Bound;
import dev.cuecard.render.Given;
import dev.cuecard.render.Overrides;
import dev.cuecard.render.Rendered;
import dev.cuecard.render.Renderer;
import dev.cuecard.render.eval.Evaluated;
import dev.cuecard.render.eval.Evaluator;
import dev.cuecard.render.eval.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds a prompt to those of its tests that bring their reply along. */
final class CannedTests {

    private final CheckedPrompt prompt;
    private final CheckedTest test;
    private Json row = Json.nil();

    private CannedTests(CheckedPrompt prompt, CheckedTest test) {
        this.prompt = prompt;
        this.test = test;
    }

    /** Runs them; gives their number, each row of a test counted. */
    static int run(CheckedPrompt prompt) {
        int count = 0;
        for (CheckedTest test : prompt.tests()) {
            if (test.canned() != null) {
                count += new CannedTests(prompt, test).run();
            }
        }
        return count;
    }

    private int run() {
        List<Json> rows = test.rows() == null
                ? List.of(Json.nil())
                : ((Json.Arr) evaluate(new Evaluator(Map.of(), Map.of(), Limits.DEFAULT), test.rows())).items();
        for (Json each : rows) {
            row = each;
            once();
        }
        return rows.size();
    }

    private void once() {
        Evaluator before = evaluator(Map.of(), Map.of());
        Map<String, Json> given = new LinkedHashMap<>();
        test.bindings().forEach(binding -> given.put(binding.name(), evaluate(before, binding.value())));
        Binding binding = new Binder(prompt, Limits.DEFAULT).bind(Given.all(given));
        assertThat(shown(binding.findings())).as(test.name()).isEmpty();
        Bound bound = binding.bound();
        Rendered rendered = new Renderer(prompt, Limits.DEFAULT).render(bound, Overrides.NONE);
        assertThat(shown(rendered.findings())).as(test.name()).isEmpty();
        Json messages = Json.array(
                rendered.request().messages().stream().map(ChatMessage::toJson).toList());

        CheckedTest.Canned canned = test.canned();
        String text = ((Json.Str) evaluate(before, canned.text())).value();
        ChatReply reply = canned.refusal()
                ? new ChatReply(null, null, text, List.of(), canned.finish(), null, null, false)
                : new ChatReply(null, text, null, List.of(), canned.finish(), null, null, false);
        Reading reading = new ReplyReader(prompt, Limits.DEFAULT).read(reply, "reply", bound, test.recoverAll());
        judge(bound, reading, messages, text);
    }

    private void judge(Bound bound, Reading reading, Json messages, String text) {
        Map<String, Json> specials = new HashMap<>();
        specials.put("messages", messages);
        specials.put("reply", Json.of(text));
        specials.put("outcome", Json.of(reading.outcome().word()));
        specials.put(Binder.HISTORY, bound.history());
        if (reading.output() != null && reading.isValid()) {
            specials.put("output", reading.output());
        }
        boolean ofOutcome = false;
        for (Expr expect : test.expects()) {
            Evaluated holds = evaluator(bound.inputs(), specials).holds(expect);
            String about = test.name() + ": " + expect.span().text() + "\n" + shown(reading.findings());
            assertThat(holds.value()).as(about).isEqualTo(Json.of(true));
            ofOutcome |= expect.span().text().contains("outcome");
        }
        if (!ofOutcome) {
            assertThat(reading.outcome())
                    .as(test.name() + "\n" + shown(reading.findings()))
                    .isEqualTo(Outcome.VALID);
        }
    }

    private Evaluator evaluator(Map<String, Json> inputs, Map<String, Json> specials) {
        Evaluator evaluator = new Evaluator(inputs, specials, Limits.DEFAULT);
        evaluator.set(test.rowSlot(), row);
        return evaluator;
    }

    private static Json evaluate(Evaluator evaluator, Expr expr) {
        Evaluated evaluated = evaluator.value(expr);
        assertThat(evaluated.value()).as(expr.span().text()).isNotNull();
        return evaluated.value();
    }

    private static String shown(List<Diagnostic> findings) {
        return DiagnosticRenderer.plain().render(new ArrayList<>(findings));
    }
}
