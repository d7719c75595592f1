package dev.cuecard.check.prompt;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.CheckedModel;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.check.Findings;
import dev.cuecard.check.Step;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the model that a prompt names: whether it still answers, and what it takes. */
final class ModelRules {

    /** What a model that thinks takes only when it is told not to. */
    private static final List<String> SAMPLING =
            List.of("temperature", "top_p", "presence_penalty", "frequency_penalty");

    private final CheckOptions options;
    private final Findings findings;

    ModelRules(CheckOptions options, Findings findings) {
        this.options = options;
        this.findings = findings;
    }

    /**
     * Holds a model against what is known of it.
     *
     * @param tree its declaration, wherever that stands
     * @param tools what is sent with it
     */
    void check(CheckedModel model, Declaration.Model tree, List<CheckedTool> tools) {
        ModelFacts facts = options.models().find(model.name());
        if (facts == null) {
            return;
        }
        Diagnostic retirement = Retirement.of(facts, tree.model().span(), options);
        if (retirement != null) {
            findings.add(retirement);
        }
        settings(model, facts, tree);
        tools(model, facts, tree, tools);
    }

    /** Whether what every rendering says is more than the model reads at once. */
    void window(CheckedModel model, List<Step> steps) {
        ModelFacts facts = options.models().find(model.name());
        Diagnostic over = facts == null ? null : StaticText.over(facts, model, steps);
        if (over != null) {
            findings.add(over);
        }
    }

    private void settings(CheckedModel model, ModelFacts facts, Declaration.Model tree) {
        Map<String, Json> set = model.parameters();
        if (!facts.reasoningEfforts().isEmpty()) {
            thinking(set, facts, tree);
        }
        Long most = facts.maxOutput();
        for (String name : List.of("max_completion_tokens", "max_tokens")) {
            Setting setting = setting(tree, name);
            if (setting != null
                    && most != null
                    && set.get(name) instanceof Json.Num number
                    && number.value().compareTo(BigDecimal.valueOf(most)) > 0) {
                findings.add(ModelErrors.tooManyTokens(facts, setting, most));
            }
        }
    }

    private void thinking(Map<String, Json> set, ModelFacts facts, Declaration.Model tree) {
        Setting maxTokens = setting(tree, "max_tokens");
        if (maxTokens != null) {
            findings.add(ModelErrors.maxTokens(facts, maxTokens));
        }
        Setting effort = setting(tree, "reasoning_effort");
        String value = effort(set);
        if (effort != null && value == null) {
            // Said where the settings were checked.
            return;
        } else if (effort != null && value != null && !facts.reasoningEfforts().contains(value)) {
            findings.add(ModelErrors.unknownEffort(facts, effort, value));
        } else if (!"none".equals(value)) {
            for (String name : SAMPLING) {
                Setting setting = setting(tree, name);
                if (setting != null && set.containsKey(name)) {
                    findings.add(ModelErrors.sampling(facts, setting, effort));
                }
            }
        }
    }

    private static @Nullable String effort(Map<String, Json> set) {
        return set.get("reasoning_effort") instanceof Json.Str text ? text.value() : null;
    }

    private void tools(CheckedModel model, ModelFacts facts, Declaration.Model tree, List<CheckedTool> tools) {
        String effort = effort(model.parameters());
        Setting setting = setting(tree, "reasoning_effort");
        if (!tools.isEmpty()
                && effort != null
                && setting != null
                && !facts.toolEfforts().isEmpty()
                && !facts.toolEfforts().contains(effort)) {
            findings.add(ModelErrors.toolsWhileThinking(facts, setting, tools.get(0)));
        }
    }

    private static @Nullable Setting setting(Declaration.Model tree, String name) {
        for (Setting setting : tree.settings()) {
            if (setting.name().text().equals(name)) {
                return setting;
            }
        }
        return null;
    }
}
