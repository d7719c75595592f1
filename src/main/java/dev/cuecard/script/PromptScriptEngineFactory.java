package dev.cuecard.script;

import dev.cuecard.data.Version;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/** Found by {@code ScriptEngineManager} under the names {@code cuecard} and {@code prompt}, and by the ending of a file. */
public final class PromptScriptEngineFactory implements ScriptEngineFactory {

    /** For the service loader. */
    public PromptScriptEngineFactory() {}

    @Override
    public String getEngineName() {
        return "Cuecard";
    }

    @Override
    public String getEngineVersion() {
        return Version.text();
    }

    @Override
    public List<String> getExtensions() {
        return List.of("prompt");
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of("text/x-cuecard");
    }

    @Override
    public List<String> getNames() {
        return List.of("cuecard", "Cuecard", "prompt");
    }

    @Override
    public String getLanguageName() {
        return "Cuecard";
    }

    /** The edition of the language. */
    @Override
    public String getLanguageVersion() {
        return "1";
    }

    /** Of the keys that {@link ScriptEngine} names, their values; {@code THREADING} is {@code MULTITHREADED}. */
    @Override
    public @Nullable Object getParameter(String key) {
        return switch (key) {
            case ScriptEngine.ENGINE -> getEngineName();
            case ScriptEngine.ENGINE_VERSION -> getEngineVersion();
            case ScriptEngine.LANGUAGE -> getLanguageName();
            case ScriptEngine.LANGUAGE_VERSION -> getLanguageVersion();
            case ScriptEngine.NAME -> getNames().get(0);
            case "THREADING" -> "MULTITHREADED";
            default -> null;
        };
    }

    /** @throws UnsupportedOperationException always: a prompt calls no method of a host object */
    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        throw new UnsupportedOperationException("a prompt calls no method of a host object");
    }

    /** @throws UnsupportedOperationException always: a prompt writes nothing */
    @Override
    public String getOutputStatement(String toDisplay) {
        throw new UnsupportedOperationException("a prompt writes nothing");
    }

    /** The statements, a line each. */
    @Override
    public String getProgram(String... statements) {
        return String.join("\n", statements) + "\n";
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return new PromptScriptEngine(this);
    }
}
