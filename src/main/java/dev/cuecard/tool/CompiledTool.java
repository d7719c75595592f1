package dev.cuecard.tool;

import dev.cuecard.check.CheckedTool;
import dev.cuecard.data.Json;
import dev.cuecard.schema.OptionalNulls;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A declared tool whose types are compiled. For many threads. */
public final class CompiledTool {

    private final CheckedTool declared;
    private final Validator parameters;
    private final @Nullable Validator result;

    /** Compiles one. */
    public CompiledTool(CheckedTool declared) {
        this.declared = declared;
        this.parameters = Validator.compile(Schemas.full(declared.params()));
        this.result = declared.result() == null ? null : Validator.compile(Schemas.full(declared.result()));
    }

    /** What the prompt declares. */
    public CheckedTool declared() {
        return declared;
    }

    /** Whether arguments fit the parameters. */
    public boolean takes(Json arguments) {
        return parameters.validate(arguments).isEmpty();
    }

    /**
     * Arguments, and what keeps them from the parameters.
     *
     * @param value the arguments, in which null no longer stands for a parameter that may be missing
     */
    record Arguments(Json value, List<Violation> violations) {}

    /** Holds arguments to the parameters. Models give null for what may be missing, and strict ones have to. */
    Arguments arguments(Json given) {
        List<Violation> violations = parameters.validate(given);
        if (violations.isEmpty()) {
            return new Arguments(given, violations);
        }
        Json dropped = OptionalNulls.drop(declared.params(), given).value();
        return new Arguments(dropped, parameters.validate(dropped));
    }

    /** Holds a result to its type; without one it may be any JSON. */
    public List<Violation> violations(Json given) {
        return result == null ? List.of() : Objects.requireNonNull(result).validate(given);
    }
}
