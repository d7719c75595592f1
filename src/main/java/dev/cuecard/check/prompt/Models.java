package dev.cuecard.check.prompt;

import dev.cuecard.check.CheckedModel;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.check.Findings;
import dev.cuecard.check.define.Definitions;
import dev.cuecard.check.model.ModelRules;
import dev.cuecard.check.model.Settings;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.Unit;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Frame;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of a file: those that it declares, and which of them, or of another file's, is the prompt's. */
final class Models {

    private final Checking checking;
    private final Definitions definitions;
    private final Unit main;
    /** The models that are declared here or used. */
    private final Map<Declaration.Model, CheckedModel> models = new LinkedHashMap<>();
    /** The declaration of the prompt's. */
    private Declaration.@Nullable Model modelTree;

    Models(Checking checking, Definitions definitions, Unit main) {
        this.checking = checking;
        this.definitions = definitions;
        this.main = main;
    }

    /** The model of the prompt, or null; those that the file declares are checked whether it uses them or not. */
    @Nullable
    CheckedModel model() {
        CheckedModel model = null;
        Span first = null;
        for (Declaration declaration : main.tree().declarations()) {
            CheckedModel one = null;
            if (declaration instanceof Declaration.Model tree) {
                one = settings(checking, main).model(tree);
                models.put(tree, one);
                if (tree.name() != null) {
                    continue;
                }
                at(tree, first);
            } else if (declaration instanceof Declaration.UseModel use) {
                one = use(use, first);
            } else {
                continue;
            }
            Span word = wordOf(declaration.span(), "model");
            if (first != null) {
                checking.findings().add(NameErrors.secondOf("model", word, first));
            } else {
                model = one;
                first = word;
            }
        }
        return model;
    }

    private void at(Declaration.Model tree, @Nullable Span before) {
        if (before == null) {
            modelTree = tree;
        }
    }

    private @Nullable CheckedModel use(Declaration.UseModel use, @Nullable Span before) {
        Entry.OfModel entry = definitions.lookup(main).find(use.model(), Entry.OfModel.class, "a model");
        if (entry != null) {
            at(entry.tree, before);
        }
        if (entry == null || entry.home() == main) {
            return entry == null ? null : quietly(entry);
        }
        CheckedModel model = settings(checking, entry.home()).model(entry.tree);
        models.put(entry.tree, model);
        return model;
    }

    /** A model of this file is checked where it is declared; its mistakes are not told again. */
    private CheckedModel quietly(Entry.OfModel entry) {
        Checking silent = new Checking(new Findings(), checking.files(), false, checking.host());
        silent.meanings(definitions);
        return settings(silent, entry.home()).model(entry.tree);
    }

    private static Span wordOf(Span declaration, String word) {
        int at = declaration.text().indexOf(word);
        return at < 0
                ? declaration
                : declaration.source().span(declaration.start() + at, declaration.start() + at + word.length());
    }

    private Settings settings(Checking by, Unit unit) {
        return new Settings(by, definitions.scope(unit, new Frame(), true));
    }

    /**
     * Holds each against what is known of it.
     *
     * @param sent the tools that are sent with the prompt's
     * @param schema what asks it for replies that follow a schema, or null where nothing does
     */
    void check(ModelRules rules, List<CheckedTool> sent, @Nullable Span schema) {
        models.forEach((tree, model) -> {
            boolean used = tree.equals(modelTree);
            rules.check(model, tree, used ? sent : List.of(), used ? schema : null);
        });
    }
}
