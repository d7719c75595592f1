package dev.cuecard.render.call;

import dev.cuecard.check.CheckedFunction;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.host.HostArguments;
import dev.cuecard.host.HostCall;
import dev.cuecard.host.HostCode;
import dev.cuecard.host.JavaValue;
import dev.cuecard.host.Unsound;
import dev.cuecard.render.value.EvalErrors;
import dev.cuecard.render.value.Stop;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the host's functions and filters. */
public final class HostCalls {

    /** A call is worth so many steps: it takes a thread. */
    private static final int STEPS = 200;

    private HostCalls() {}

    /** What the host's code gives. */
    public static Json call(Expr.HostCall call, Values values) {
        CheckedFunction function = call.function();
        HostCode code = function.host().code();
        if (code == null) {
            throw new Stop(HostCallErrors.noCode(call));
        }
        HostArguments arguments = arguments(call, values);
        values.meter().spend(STEPS, call.span());
        Json result = result(call, ended(call, code, arguments), values.meter().mostText());
        if (result instanceof Json.Str text) {
            values.meter().text(text.value().length(), call.span());
        }
        return result;
    }

    private static HostArguments arguments(Expr.HostCall call, Values values) {
        Json.ObjBuilder arguments = Json.object();
        List<CheckedFunction.Param> params = call.function().params();
        for (int i = 0; i < params.size(); i++) {
            Expr arg = call.args().get(i);
            CheckedFunction.Param param = params.get(i);
            Json value = arg == null ? null : values.value(arg);
            if (arg != null && value == null && !param.optional()) {
                throw new Stop(EvalErrors.missing(arg.span()));
            } else if (arg != null && value != null && !Types.fits(value, param.type())) {
                // What is declared as any goes everywhere: only now it can be told.
                throw new Stop(EvalErrors.argument(
                        arg.span(),
                        "`" + call.function().name() + "`",
                        "`" + Types.show(param.type()) + "`",
                        Quoted.of(JsonText.compact(value))));
            }
            arguments.put(param.name(), value);
        }
        return new HostArguments(arguments.done());
    }

    private static HostCall.Ended<@Nullable Json> ended(Expr.HostCall call, HostCode code, HostArguments arguments) {
        try {
            return HostCall.run(
                    "cuecard-host " + call.function().name(),
                    call.function().host().time(),
                    () -> JavaValue.json(code.call(arguments)));
        } catch (InterruptedException e) {
            // Whoever renders is told by the flag; here it ends.
            Thread.currentThread().interrupt();
            throw new Stop(HostCallErrors.interrupted(call));
        }
    }

    private static Json result(Expr.HostCall call, HostCall.Ended<@Nullable Json> ended, int mostText) {
        if (ended instanceof HostCall.Ended.Late) {
            throw new Stop(HostCallErrors.late(call));
        } else if (ended instanceof HostCall.Ended.Threw<@Nullable Json> threw) {
            throw new Stop(
                    threw.thrown() instanceof JavaValue.Unusable unusable
                            ? HostCallErrors.nonsense(call, unusable.gave())
                            : HostCallErrors.threw(call, threw.thrown()));
        }
        Json gave = ((HostCall.Ended.Gave<@Nullable Json>) ended).value();
        Json value = gave == null && Types.acceptsNull(call.function().result()) ? Json.nil() : gave;
        String unsound = Unsound.of(value, mostText);
        if (unsound != null || value == null) {
            throw new Stop(HostCallErrors.nonsense(call, unsound == null ? "no value" : unsound));
        } else if (!Types.fits(value, call.function().result())) {
            List<Violation> violations =
                    Validator.compile(Schemas.full(call.function().result())).validate(value);
            throw new Stop(
                    violations.isEmpty()
                            ? HostCallErrors.nonsense(call, "a value of another type")
                            : HostCallErrors.unfit(call, value, violations.get(0)));
        }
        return value;
    }
}
