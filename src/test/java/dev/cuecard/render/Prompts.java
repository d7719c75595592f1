package dev.cuecard.render;

import dev.cuecard.check.CheckedEnsure;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedModel;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Speaker;
import dev.cuecard.check.Step;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.eval.Ir;
import dev.cuecard.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds checked prompts by hand; spans are found by what they cover. */
public final class Prompts {

    private final Source source;
    private final List<CheckedInput> inputs = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<CheckedTool> tools = new ArrayList<>();
    private final List<CheckedEnsure> ensures = new ArrayList<>();
    private CheckedModel model;
    private CheckedOutput output = CheckedOutput.ANY_TEXT;
    private boolean placesHistory;

    private Prompts(Source source) {
        this.source = source;
    }

    public static Prompts of(String text) {
        return new Prompts(new Source("test.prompt", text));
    }

    /** The first place of a text after another. */
    public Span at(String after, String text) {
        int from = source.text().indexOf(after);
        int start = source.text().indexOf(text, from + after.length());
        return source.span(start, start + text.length());
    }

    public Span at(String text) {
        return at("", text);
    }

    public Prompts model(String name, Map<String, Json> parameters) {
        model = new CheckedModel(name, Ir.AT, parameters);
        return this;
    }

    public Prompts input(String name, Type type) {
        inputs.add(new CheckedInput(name, at("var ", name), null, type, false, false, null));
        return this;
    }

    public Prompts optional(String name, Type type) {
        inputs.add(new CheckedInput(name, at("var ", name), null, type, true, false, null));
        return this;
    }

    public Prompts input(String name, Type type, Expr value) {
        inputs.add(new CheckedInput(name, at("var ", name), null, type, false, false, value));
        return this;
    }

    public Expr use(String name) {
        CheckedInput input = inputs.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Expr.Input(Ir.AT, input);
    }

    public static Step says(Speaker.Role role, Span word, Expr content) {
        return new Step.Message(word, word, new Speaker(role, null), content, false);
    }

    public Prompts step(Step step) {
        steps.add(step);
        return this;
    }

    public Prompts system(Object content) {
        return step(says(Speaker.Role.SYSTEM, at("system"), Ir.expr(content)));
    }

    public Prompts user(Object content) {
        return step(says(Speaker.Role.USER, at("user"), Ir.expr(content)));
    }

    public Prompts tool(CheckedTool tool) {
        tools.add(tool);
        return this;
    }

    public Prompts output(CheckedOutput.Mode mode, Type type) {
        output = new CheckedOutput(
                mode, type, false, 1, at("output " + mode.name().toLowerCase(Locale.ROOT)));
        return this;
    }

    /** A reply that travels in a wrapper. */
    public Prompts wrapped(CheckedOutput.Mode mode, Type type) {
        output = new CheckedOutput(
                mode, type, true, 1, at("output " + mode.name().toLowerCase(Locale.ROOT)));
        return this;
    }

    public Prompts ensure(Expr condition, Expr message) {
        ensures.add(new CheckedEnsure(condition.span(), condition, message, 0));
        return this;
    }

    public Prompts placesHistory() {
        placesHistory = true;
        return this;
    }

    public CheckedPrompt done() {
        return new CheckedPrompt(
                source,
                List.of(),
                "test prompt",
                Json.Obj.EMPTY,
                inputs,
                List.of(),
                model,
                steps,
                placesHistory,
                tools,
                output,
                ensures,
                List.of(),
                0);
    }
}
