package dev.cuecard.sim.refuse;

import dev.cuecard.data.Json;
import dev.cuecard.schema.validate.SchemaProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what the API refuses in {@code tools} and in {@code tool_choice}. */
final class ToolsCheck {

    private static final List<String> CHOICES = List.of("none", "auto", "required");

    private ToolsCheck() {}

    /** What is wrong with the tools of a body, or null. */
    static @Nullable ApiError check(Json.Obj body) {
        Json any = body.get("tools");
        if (any == null) {
            return without(body);
        }
        if (!(any instanceof Json.Arr tools)) {
            return ApiError.wrongType("tools", "an array of objects", any);
        }
        if (tools.items().isEmpty()) {
            return ApiError.bad(
                    "Invalid 'tools': empty array. Expected an array with minimum length 1, but got an empty array"
                            + " instead.",
                    "tools",
                    "empty_array");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tools.items().size(); i++) {
            ApiError wrong = tool(tools.items().get(i), "tools[" + i + "]", names);
            if (wrong != null) {
                return wrong;
            }
        }
        return choice(body.get("tool_choice"), names);
    }

    private static @Nullable ApiError without(Json.Obj body) {
        for (String name : List.of("tool_choice", "parallel_tool_calls")) {
            if (body.get(name) != null && !(body.get(name) instanceof Json.Null)) {
                return ApiError.bad(
                        "Invalid value for '" + name + "': '" + name + "' is only allowed when 'tools' are specified.",
                        name,
                        null);
            }
        }
        return null;
    }

    private static @Nullable ApiError tool(Json any, String at, List<String> names) {
        if (!(any instanceof Json.Obj tool)) {
            return ApiError.wrongType(at, "an object", any);
        } else if (!(tool.get("type") instanceof Json.Str type)) {
            return ApiError.missing(at + ".type");
        } else if (!type.value().equals("function")) {
            // A tool of another type is taken, and never called.
            return null;
        }
        Json.Obj function = SentFunction.of(tool);
        if (function == null || !(function.get("name") instanceof Json.Str name)) {
            return ApiError.missing(at + ".function.name");
        } else if (!name.value().matches("[a-zA-Z0-9_-]{1,64}")) {
            return ApiError.bad(
                    "Invalid '" + at
                            + ".function.name': string does not match pattern. Expected a string that matches the pattern"
                            + " '^[a-zA-Z0-9_-]+$'.",
                    at + ".function.name",
                    "invalid_value");
        }
        names.add(name.value());
        return parameters(function, name.value(), at + ".function.parameters");
    }

    private static @Nullable ApiError parameters(Json.Obj function, String name, String at) {
        Json any = function.get("parameters");
        if (any == null) {
            return null;
        }
        if (!(any instanceof Json.Obj schema)) {
            return ApiError.wrongType(at, "an object", any);
        }
        String problem = Json.of(true).equals(function.get("strict")) ? StrictSchema.problem(schema) : null;
        if (problem == null) {
            problem = SchemaProblem.of(SentFunction.parameters(function)).stream()
                    .map(SchemaProblem::text)
                    .findFirst()
                    .orElse(null);
        }
        return problem == null
                ? null
                : ApiError.bad(
                        "Invalid schema for function '" + name + "': " + problem, at, "invalid_function_parameters");
    }

    private static @Nullable ApiError choice(@Nullable Json choice, List<String> names) {
        if (choice instanceof Json.Str word) {
            return CHOICES.contains(word.value()) ? null : ApiError.notOneOf("tool_choice", choice, CHOICES);
        }
        Json.Obj function = choice == null ? null : SentFunction.of(choice);
        if (function != null && !names.contains(function.get("name") instanceof Json.Str name ? name.value() : "")) {
            return ApiError.bad(
                    "Invalid value for 'tool_choice': the function is not one of 'tools'.",
                    "tool_choice.function.name",
                    "invalid_value");
        }
        return null;
    }
}
