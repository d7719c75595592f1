package dev.cuecard.script;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.PromptException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;

/**
 * Runs prompts as scripts. The bindings of the engine's scope are the inputs, those of the global scope where the prompt
 * has such an input; a script's value is its output as plain Java values.
 *
 * <ul>
 *   <li>{@value #ENGINE} holds the {@link PromptEngine} to use: one with a key, say. Without it, a model other than
 *       {@code sim} has no key. It is the host's to close
 *   <li>{@value #OPTIONS} holds the {@code RunOptions}
 *   <li>{@code javax.script.filename} is what messages call the script; imports come from nowhere
 *   <li>{@value #RESULT} holds the {@code Result} afterwards
 * </ul>
 */
final class PromptScriptEngine extends AbstractScriptEngine implements Compilable {

    static final String ENGINE = "cuecard.engine";
    static final String OPTIONS = "cuecard.options";
    static final String RESULT = "cuecard.result";

    private final ScriptEngineFactory factory;
    /** Without a key and without a connection until one is needed. */
    private final PromptEngine own = PromptEngine.builder().build();

    PromptScriptEngine(ScriptEngineFactory factory) {
        this.factory = factory;
    }

    @Override
    public CompiledScript compile(String script) throws ScriptException {
        return compile(script, getContext());
    }

    @Override
    public CompiledScript compile(Reader script) throws ScriptException {
        return compile(text(script));
    }

    private PromptScript compile(String script, ScriptContext context) throws ScriptException {
        Object given = context.getAttribute(ENGINE);
        PromptEngine engine = given instanceof PromptEngine theirs ? theirs : own;
        Object file = context.getAttribute(ScriptEngine.FILENAME);
        try {
            Prompt prompt = engine.load(file instanceof String name ? name : "script.prompt", script);
            return new PromptScript(this, prompt);
        } catch (PromptException e) {
            throw Thrown.of(e.findings(), e);
        }
    }

    @Override
    public Object eval(String script, ScriptContext context) throws ScriptException {
        return compile(script, context).eval(context);
    }

    @Override
    public Object eval(Reader script, ScriptContext context) throws ScriptException {
        return eval(text(script), context);
    }

    private static String text(Reader reader) throws ScriptException {
        try (StringWriter text = new StringWriter()) {
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new ScriptException(e);
        }
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }
}
