package dev.cuecard.tool;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.schema.validate.Violation;
import dev.cuecard.schema.validate.ViolationPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers that stand for the code of tools, read from a JSON object: the name of a tool, and its result, or a list of
 * results in the order of the calls. What fits the tool's type as it is, is one result.
 *
 * @param answers the answers by the names of the tools
 * @param findings what is wrong with them
 */
public record StubReading(Map<String, List<Json>> answers, List<Diagnostic> findings) {

    /** Reads a document for a prompt of that name with those tools. */
    public static StubReading read(JsonDocument document, String prompt, Map<String, CompiledTool> tools) {
        Map<String, List<Json>> answers = new LinkedHashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        if (!(document.value() instanceof Json.Obj object)) {
            return new StubReading(answers, List.of(ToolErrors.stubsNoObject(document)));
        }
        object.members().forEach((name, value) -> {
            CompiledTool tool = tools.get(name);
            String pointer = JsonPointer.append(JsonPointer.ROOT, name);
            if (tool == null) {
                findings.add(ToolErrors.unknown(name, prompt, List.copyOf(tools.keySet()), document.keySpan(pointer)));
                return;
            }
            List<Violation> asOne = tool.violations(value);
            if (asOne.isEmpty()) {
                answers.put(name, List.of(value));
            } else if (value instanceof Json.Arr list && !list.items().isEmpty() && !takesLists(tool, asOne)) {
                answers.put(name, list.items());
                for (int i = 0; i < list.items().size(); i++) {
                    String item = JsonPointer.append(pointer, i);
                    report(document, item, tool, tool.violations(list.items().get(i)), findings);
                }
            } else {
                report(document, pointer, tool, asOne, findings);
            }
        });
        return new StubReading(answers, findings);
    }

    /** Whether it is the items that are wrong: then the list itself is what the type asks for. */
    private static boolean takesLists(CompiledTool tool, List<Violation> asOne) {
        return tool.violations(Json.array(List.of())).isEmpty()
                && asOne.stream().noneMatch(violation -> violation.pointer().isEmpty());
    }

    private static void report(
            JsonDocument document,
            String pointer,
            CompiledTool tool,
            List<Violation> violations,
            List<Diagnostic> findings) {
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            findings.add(ToolErrors.stub(tool.declared(), first, ViolationPlace.in(document, pointer, first)));
        }
    }
}
