package dev.cuecard.render;

import dev.cuecard.chat.ChatTool;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.generate.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a request is the same for all inputs.
 *
 * @param responseFormat the API's {@code response_format}, or null
 * @param tools the functions that the model may call
 * @param rewritten what their schemas leave out of the types
 */
record Wires(Json.@Nullable Obj responseFormat, List<ChatTool> tools, List<String> rewritten) {

    /** The most characters that the API takes in the name of a schema. */
    private static final int LONGEST_NAME = 64;

    static Wires of(CheckedPrompt prompt) {
        List<String> rewritten = new ArrayList<>();
        Json.Obj format = responseFormat(prompt, rewritten);
        List<ChatTool> tools = new ArrayList<>();
        for (CheckedTool tool : prompt.tools()) {
            tools.add(new ChatTool(tool.name(), tool.doc(), parameters(tool, rewritten), tool.strict()));
        }
        return new Wires(format, tools, List.copyOf(rewritten));
    }

    private static Json.@Nullable Obj responseFormat(CheckedPrompt prompt, List<String> rewritten) {
        CheckedOutput output = prompt.output();
        return switch (output.mode()) {
            case TEXT, PLAIN -> null;
            case JSON -> Json.object().put("type", "json_object").done();
            case STRICT -> strict(prompt.name(), output, rewritten);
        };
    }

    private static Json.Obj strict(String name, CheckedOutput output, List<String> rewritten) {
        Type type = output.type();
        if (type == null) {
            throw new IllegalArgumentException("structured outputs without a type");
        }
        Wire wire = Schemas.wire(type, output.wrapped());
        rewritten.addAll(wire.rewritten());
        Json.Obj schema = Json.object()
                .put("name", schemaName(name))
                .put("strict", true)
                .put("schema", wire.schema())
                .done();
        return Json.object()
                .put("type", "json_schema")
                .put("json_schema", schema)
                .done();
    }

    private static Json.Obj parameters(CheckedTool tool, List<String> rewritten) {
        if (!tool.strict()) {
            return Schemas.full(tool.params()).schema();
        }
        Wire wire = Schemas.wireOfParameters(tool.params());
        wire.rewritten().forEach(note -> rewritten.add("tool " + tool.name() + ": " + note));
        return wire.schema();
    }

    /** The prompt's name with the letters that the API takes, others as a low line. */
    static String schemaName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
}
