package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.PromptEngineBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Pieces of Java from documents, each the body of a method; compiled together, run one by one with assertions on. */
final class JavaSnippets {

    private static final String IMPORTS = """
            import dev.cuecard.*;
            import dev.cuecard.bind.*;
            import dev.cuecard.chat.Cancellation;
            import dev.cuecard.chat.budget.Budget;
            import dev.cuecard.data.Json;
            import dev.cuecard.host.HostFunction;
            import dev.cuecard.render.eval.Limits;
            import java.math.BigDecimal;
            import dev.cuecard.check.files.MemoryFiles;
            import dev.cuecard.data.Json;
            import dev.cuecard.event.*;
            import dev.cuecard.host.HostFunction;
            import dev.cuecard.render.eval.Limits;
            import dev.cuecard.tool.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            """;

    private final Map<String, String> sources = new LinkedHashMap<>();

    /**
     * Adds a piece.
     *
     * @param name the name of the class that it becomes
     * @param before what stands before it in the method
     */
    void add(String name, String before, String body) {
        sources.put(
                name,
                IMPORTS + "@SuppressWarnings(\"unused\")\npublic class " + name
                        + " {\n    public static void run(PromptEngine given) throws Exception {\n"
                        + (body.contains("PromptEngine engine =") ? "" : "PromptEngine engine = given;\n") + before
                        + "\n"
                        + body + "    }\n}\n");
    }

    /** Compiles all. */
    void compile(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreErrors) {
                        return text;
                    }
                }));
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-parameters",
                "-Xlint:all",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString());
        Boolean compiled =
                compiler.getTask(said, null, null, options, null, files).call();
        assertThat(compiled).as(said.toString()).isTrue();
    }

    /** Runs one with an engine that has no key. */
    static void run(Path folder, String name) throws Exception {
        run(folder, name, PromptEngine.builder());
    }

    /** Runs one. */
    static void run(Path folder, String name, PromptEngineBuilder builder) throws Exception {
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaSnippets.class.getClassLoader());
                PromptEngine engine = builder.build()) {
            loader.setDefaultAssertionStatus(true);
            loader.loadClass(name).getMethod("run", PromptEngine.class).invoke(null, engine);
        } catch (InvocationTargetException e) {
            throw new AssertionError(name + ": " + e.getCause(), e.getCause());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
