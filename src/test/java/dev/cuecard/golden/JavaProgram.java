package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.PromptException;
import dev.cuecard.Rendering;
import dev.cuecard.TypedResult;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A Java program that uses the prompt of a golden: {@code NAME.java} with a class {@code Example} and its method {@code
 * static Object run(Prompt prompt)}. What a user sees is what that throws, or the findings of what it returns.
 */
public final class JavaProgram {

    private JavaProgram() {}

    static String run(Case golden) throws Exception {
        Path folder = Files.createTempDirectory("golden");
        try (PromptEngine engine = PromptEngine.builder().build()) {
            Prompt prompt = engine.load(golden.name() + ".prompt", golden.text(".prompt"));
            compile(folder, "Example.java", golden.text(".java"));
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaProgram.class.getClassLoader())) {
                Method run = loader.loadClass("Example").getDeclaredMethod("run", Prompt.class);
                run.setAccessible(true);
                return shown(run.invoke(null, prompt));
            } catch (InvocationTargetException e) {
                assertThat(e.getCause()).isInstanceOf(PromptException.class);
                return e.getCause().getMessage();
            }
        } finally {
            delete(folder);
        }
    }

    private static String shown(Object returned) {
        return DiagnosticRenderer.plain()
                .render(
                        returned instanceof TypedResult<?> result
                                ? result.findings()
                                : ((Rendering) returned).findings());
    }

    private static void compile(Path folder, String name, String text) throws IOException {
        Path source = Files.writeString(folder.resolve(name), text);
        List<String> options = new ArrayList<>(List.of("-proc:none", "-parameters", "-d", folder.toString()));
        if (!Files.exists(folder.resolve("module-info.java"))) {
            options.addAll(List.of("-cp", System.getProperty("java.class.path")));
        } else {
            options.add(folder.resolve("module-info.java").toString());
        }
        options.add(source.toString());
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(new String[0]));
        assertThat(compiled).isZero();
    }

    /** A class that stands in a module which opens nothing: {@code package PACKAGE; record NAME …}. */
    public static Class<?> inModule(String packageName, String name, String text) {
        try {
            Path folder = Files.createTempDirectory("module");
            try {
                Files.writeString(folder.resolve("module-info.java"), "module " + packageName + " {}");
                compile(folder, name + ".java", "package " + packageName + ";\n" + text);
                Configuration configuration = ModuleLayer.boot()
                        .configuration()
                        .resolve(ModuleFinder.of(folder), ModuleFinder.of(), Set.of(packageName));
                return ModuleLayer.boot()
                        .defineModulesWithOneLoader(configuration, JavaProgram.class.getClassLoader())
                        .findLoader(packageName)
                        .loadClass(packageName + "." + name);
            } finally {
                delete(folder);
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
