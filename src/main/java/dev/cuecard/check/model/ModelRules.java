package dev.cuecard.check.model;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.CheckedModel;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.check.Findings;
import dev.cuecard.check.Step;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the model that a prompt names: whether it still answers, and what it takes. */
public final class ModelRules {

    private final CheckOptions options;
    private final Findings findings;

    /** Knows of models what the options know, and tells those findings. */
    public ModelRules(CheckOptions options, Findings findings) {
        this.options = options;
        this.findings = findings;
    }

    /**
     * Holds a model against what is known of it.
     *
     * @param tree its declaration, wherever that stands
     * @param tools what is sent with it
     * @param schema what asks for replies that follow a schema, or null where nothing does
     */
    public void check(CheckedModel model, Declaration.Model tree, List<CheckedTool> tools, @Nullable Span schema) {
        ModelFacts facts = options.models().find(model.name());
        if (facts == null) {
            return;
        }
        Diagnostic retirement = Retirement.of(facts, tree.model().span(), options);
        if (retirement != null) {
            findings.add(retirement);
        }
        demands(model, facts, tree, tools, schema);
    }

    /** Whether what every rendering says is more than the model reads at once. */
    public void window(CheckedModel model, List<Step> steps) {
        ModelFacts facts = options.models().find(model.name());
        Diagnostic over = facts == null ? null : StaticText.over(facts, model, steps);
        if (over != null) {
            findings.add(over);
        }
    }

    private void demands(
            CheckedModel model,
            ModelFacts facts,
            Declaration.Model tree,
            List<CheckedTool> tools,
            @Nullable Span schema) {
        for (Demand demand : Demand.of(facts, model.parameters(), !tools.isEmpty(), schema != null, false)) {
            Setting setting = demand.setting() == null ? null : setting(tree, demand.setting());
            Span at = setting == null ? schema : place(setting, demand);
            Setting effort = demand.kind() == Demand.Kind.SAMPLING ? setting(tree, "reasoning_effort") : null;
            // An effort that is no text is said where the settings are checked; what it means is not known.
            boolean known = effort == null || model.parameters().containsKey("reasoning_effort");
            if (at != null && known) {
                CheckedTool tool = demand.kind() == Demand.Kind.TOOLS ? tools.get(0) : null;
                findings.add(ModelErrors.notTaken(facts, demand, at, effort, tool));
            }
        }
    }

    private static Span place(Setting setting, Demand demand) {
        if (!demand.kind().isOfValue()) {
            return setting.name().span();
        }
        return setting.value() == null ? setting.span() : setting.value().span();
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
