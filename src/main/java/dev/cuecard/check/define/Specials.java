package dev.cuecard.check.define;

import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.scope.Binding;
import dev.cuecard.check.scope.Frame;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.types.Given;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.List;

/** The names that the language gives where a reply is spoken of. */
public final class Specials {

    private static final Type OUTCOME = Given.literals(
            "valid",
            "invalid_json",
            "schema_violation",
            "ensure_failed",
            "truncated",
            "refused",
            "blocked",
            "empty",
            "tool_calls",
            "provider_error",
            "cancelled",
            "over_budget");
    private static final Type MESSAGE = Given.object(
            Given.field("role", Given.literals("system", "developer", "user", "assistant", "tool"), false),
            Given.field("content", Types.STRING, false),
            Given.field("name", Types.STRING, true));
    private static final Type ERROR =
            Given.object(Given.field("pointer", Types.STRING, false), Given.field("message", Types.STRING, false));
    private static final Type RECOVERY =
            Given.object(Given.field("kind", Types.STRING, false), Given.field("pointer", Types.STRING, true));
    private static final Type USAGE = Given.object(
            Given.field("prompt_tokens", Types.INTEGER, false),
            Given.field("completion_tokens", Types.INTEGER, false),
            Given.field("total_tokens", Types.INTEGER, false));

    private Specials() {}

    private static Binding.Special special(String name, Type type) {
        return new Binding.Special(name, type, false);
    }

    private static Binding.Special output(CheckedOutput output) {
        Type any = output.mode().isJson() ? Types.ANY : Types.STRING;
        return special("output", output.type() == null ? any : output.type());
    }

    /** What a condition on the output sees. */
    public static Scope ensuring(Lookup lookup, Frame frame, CheckedOutput output) {
        return Scope.of(lookup, frame, true, List.of(output(output), special("history", Types.listOf(Given.TURN))));
    }

    /** What an expectation of a test sees. */
    public static Scope expecting(Lookup lookup, Frame frame, CheckedOutput output) {
        List<Binding.Special> names = new ArrayList<>();
        names.add(output(output));
        names.add(special("history", Types.listOf(Given.TURN)));
        names.add(special("reply", Types.STRING));
        names.add(special("outcome", OUTCOME));
        names.add(special("errors", Types.listOf(ERROR)));
        names.add(special("recoveries", Types.listOf(RECOVERY)));
        names.add(special("finish_reason", new Type.Nullish(Types.STRING, null)));
        names.add(special("usage", USAGE));
        names.add(special("cost_usd", new Type.Nullish(Types.NUMBER, null)));
        names.add(special("latency_ms", Types.INTEGER));
        names.add(special("model", Types.STRING));
        names.add(special("messages", Types.listOf(MESSAGE)));
        return Scope.of(lookup, frame, true, names);
    }
}
