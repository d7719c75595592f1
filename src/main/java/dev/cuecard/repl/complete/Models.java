package dev.cuecard.repl.complete;

import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The models that are known, with what they cost. */
final class Models {

    private Models() {}

    static List<Suggestion> of(ModelTable table) {
        List<Suggestion> models = new ArrayList<>();
        for (String name : table.names()) {
            ModelFacts facts = table.find(name);
            models.add(Suggestion.of(name, facts == null ? "" : about(facts), "models"));
        }
        models.add(Suggestion.of("sim", "the built-in simulator: no network, no key", "models"));
        return models;
    }

    private static String about(ModelFacts facts) {
        StringJoiner about = new StringJoiner(" · ");
        if (facts.inputUsd() != null && facts.outputUsd() != null) {
            about.add("$" + facts.inputUsd().toPlainString() + " in, $"
                    + facts.outputUsd().toPlainString() + " out per million");
        }
        if (facts.contextWindow() != null) {
            about.add(tokens(facts.contextWindow()) + " tokens");
        }
        if (facts.retires() != null) {
            about.add("retires " + facts.retires());
        }
        return about.toString();
    }

    private static String tokens(long count) {
        if (count >= 1_000_000) {
            String millions = String.format(Locale.ROOT, "%.2f", count / 1e6);
            return millions.replaceAll("\\.?0+$", "") + "M";
        }
        return count >= 1_000 ? count / 1_000 + "k" : Long.toString(count);
    }
}
