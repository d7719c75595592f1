package dev.cuecard.tool;

import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.host.HostCall;
import dev.cuecard.host.Unsound;
import dev.cuecard.output.ToolUse;
import dev.cuecard.schema.validate.Violation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has a tool's code answer a call whose arguments fit, and judges what it gives. */
final class ToolAnswerer {

    private final CompiledTool tool;
    private final ToolCode code;
    private final ToolRules rules;
    private final boolean ends;

    ToolAnswerer(CompiledTool tool, ToolCode code, ToolRules rules) {
        this.tool = tool;
        this.code = code;
        this.rules = rules;
        this.ends = rules.onFailure() == ToolRules.OnFailure.END_RUN;
    }

    ToolLoop.Answer answer(ToolCall call, Json.Obj arguments, int ask) throws InterruptedException {
        long start = System.nanoTime();
        HostCall.Ended<@Nullable Json> ended =
                HostCall.run("cuecard-tool " + call.name(), rules.time(), () -> code.call(arguments));
        long latency = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        ToolUse.Outcome outcome = ToolUse.Outcome.ANSWERED;
        Json result = null;
        String told = Told.FAILED;
        Diagnostic fault = null;
        if (ended instanceof HostCall.Ended.Late) {
            outcome = ToolUse.Outcome.TIMED_OUT;
            told = Told.LATE;
            fault = ToolErrors.late(tool.declared(), rules.time(), ends);
        } else if (ended instanceof HostCall.Ended.Threw<@Nullable Json> threw) {
            outcome = ToolUse.Outcome.FAILED;
            if (threw.thrown() instanceof ToolException forModel
                    && Unsound.of(Json.of(forModel.getMessage()), rules.resultSize()) == null) {
                // The host has chosen to tell the model: that is no fault.
                told = forModel.getMessage();
            } else {
                fault = ToolErrors.threw(tool.declared(), threw.thrown(), ends);
            }
        } else {
            Json gave = ((HostCall.Ended.Gave<@Nullable Json>) ended).value();
            fault = fault(gave);
            if (fault != null || gave == null) {
                outcome = ToolUse.Outcome.INVALID_RESULT;
            } else {
                result = gave;
                told = Told.result(gave);
            }
        }
        String error = result == null ? told : null;
        ToolUse use = new ToolUse(ask, call.id(), call.name(), arguments, outcome, result, error, latency);
        return new ToolLoop.Answer(use, told, fault);
    }

    private @Nullable Diagnostic fault(@Nullable Json gave) {
        String unsound = Unsound.of(gave, rules.resultSize());
        if (unsound != null || gave == null) {
            return ToolErrors.nonsense(tool.declared(), unsound == null ? "no value" : unsound, ends);
        }
        List<Violation> violations = tool.violations(gave);
        return violations.isEmpty() ? null : ToolErrors.unfit(tool.declared(), gave, violations.get(0), ends);
    }
}
