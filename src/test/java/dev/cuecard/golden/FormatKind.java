package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.syntax.format.Formatted;
import dev.cuecard.syntax.format.Formatter;
import java.util.List;
import java.util.Map;

/** Files as somebody typed them, and their canonical form. */
final class FormatKind implements Kind {

    @Override
    public String folder() {
        return "format";
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
        return List.of(".formatted.prompt");
    }

    @Override
    public Map<String, String> run(Case golden) {
        Formatted formatted = Formatter.format(golden.source(".prompt"));
        assertThat(formatted.text()).isNotNull();
        return Map.of(".formatted.prompt", formatted.text());
    }
}
