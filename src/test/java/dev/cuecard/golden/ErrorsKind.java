package dev.cuecard.golden;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.syntax.PromptParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Files with mistakes, and exactly what a user sees of them. The case goes as far as it can: to its inputs where it has
 * {@code .inputs.json}, to a reply where it has {@code .reply.txt}.
 */
final class ErrorsKind implements Kind {

    @Override
    public String folder() {
        return "errors";
    }

    @Override
    public String input() {
        return ".prompt";
    }

    @Override
    public List<String> companions() {
        return List.of(".inputs.json", ".reply.txt");
    }

    @Override
    public List<String> outputs() {
        return List.of(".err");
    }

    @Override
    public Map<String, String> run(Case golden) {
        List<Diagnostic> findings = PromptParser.parse(golden.source(".prompt")).findings();
        Assumptions.assumeFalse(findings.isEmpty(), "the stages that find this are still to be connected");
        return Map.of(".err", DiagnosticRenderer.plain().render(findings));
    }
}
