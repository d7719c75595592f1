package dev.cuecard.script;

import dev.cuecard.Prompt;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.TypedPrompt;
import dev.cuecard.TypedResult;
import dev.cuecard.check.CheckedInput;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.script.Bindings;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** A prompt as a script: compiled once, run with any bindings. */
final class PromptScript extends CompiledScript {

    private final ScriptEngine engine;
    private final Prompt prompt;
    private final TypedPrompt<Map<String, ?>, Object> typed;

    PromptScript(ScriptEngine engine, Prompt prompt) {
        this.engine = engine;
        this.prompt = prompt;
        this.typed = prompt.bind(Object.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the value of a script may be null, as the output may
    public Object eval(ScriptContext context) throws ScriptException {
        RunOptions options = context.getAttribute(PromptScriptEngine.OPTIONS) instanceof RunOptions given
                ? given
                : RunOptions.DEFAULT;
        try {
            TypedResult<Object> result = typed.run(inputs(context), options);
            context.setAttribute(PromptScriptEngine.RESULT, result.result(), ScriptContext.ENGINE_SCOPE);
            if (!result.isValid()) {
                throw Thrown.of(result.findings(), thrown(result.result()));
            }
            return result.value();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException(e);
        }
    }

    /** What the result itself would throw: it holds all that led there. */
    private static @Nullable RuntimeException thrown(Result result) {
        try {
            result.output();
            return null;
        } catch (IllegalStateException e) {
            return e;
        }
    }

    private Map<String, Object> inputs(ScriptContext context) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        Bindings global = context.getBindings(ScriptContext.GLOBAL_SCOPE);
        if (global != null) {
            for (CheckedInput input : prompt.checked().inputs()) {
                if (global.containsKey(input.name())) {
                    inputs.put(input.name(), global.get(input.name()));
                }
            }
        }
        // These were given to this script: a name that is no input is a mistake, and told as one.
        context.getBindings(ScriptContext.ENGINE_SCOPE).forEach((name, value) -> {
            if (!name.startsWith("cuecard.") && !name.startsWith("javax.script.")) {
                inputs.put(name, value);
            }
        });
        return inputs;
    }

    @Override
    public ScriptEngine getEngine() {
        return engine;
    }
}
