package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.syntax.TreePrinter;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.util.List;
import java.util.Map;

/** Files without mistakes, and their trees. */
final class ParseKind implements Kind {

    @Override
    public String folder() {
        return "parse";
    }

    @Override
    public String input() {
        return ".prompt";
    }

    @Override
    public List<String> companions() {
        return List.of();
    }

    @Override
    public List<String> outputs() {
        return List.of(".tree");
    }

    @Override
    public Map<String, String> run(Case golden) {
        Parsed parsed = PromptParser.parse(golden.source(".prompt"));
        assertThat(parsed.findings()).isEmpty();
        return Map.of(".tree", TreePrinter.print(parsed.file()));
    }
}
