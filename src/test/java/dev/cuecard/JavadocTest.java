package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Every type and member that a program may use says what it is, and so do the exceptions that it declares; the comments are
 * well-formed, and what they link to is there. By the JDK's own doclint.
 */
class JavadocTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private static List<Path> exported() throws IOException {
        List<Path> files = new ArrayList<>();
        List<String> packages = Pattern.compile("(?m)^    exports ([a-z.]+);")
                .matcher(Files.readString(Path.of("src/main/module/module-info.java")))
                .results()
                .map(found -> found.group(1))
                .toList();
        for (String one : packages) {
            try (Stream<Path> in = Files.list(SOURCES.resolve(one.replace('.', '/')))) {
                in.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }

    private static List<String> findings(Iterable<? extends JavaFileObject> sources) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-Xdoclint:all/protected",
                "-Xmaxwarns",
                "10000",
                "-Xmaxerrs",
                "10000");
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, found, options, null, sources);
        task.analyze();
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() != Diagnostic.Kind.NOTE)
                .filter(one -> !isSaidAlready(one.getMessage(Locale.ROOT)))
                .map(one -> one.getSource().getName() + ":" + one.getLineNumber() + ": " + one.getMessage(Locale.ROOT))
                .toList();
    }

    /**
     * A parameter and what is returned are named where there is more to say than the sentence says. Newer JDKs want a
     * sentence for a constructor whose parameters say all.
     */
    private static boolean isSaidAlready(String message) {
        return message.startsWith("no @param ")
                || message.startsWith("no @return")
                || message.startsWith("no main description");
    }

    @Test
    void allThatIsExportedIsExplained() throws IOException {
        try (StandardJavaFileManager files =
                COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<Path> exported = exported();
            assertThat(exported).hasSizeGreaterThan(150);
            assertThat(findings(files.getJavaFileObjectsFromPaths(exported))).isEmpty();
        }
    }

    @Test
    void theTestFindsWhatIsMissingOrWrong() throws IOException {
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("memory:///Shop.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return """
                        /** A shop. */
                        public abstract class Shop {
                            /** Begins. */
                            protected Shop() {}
                            public abstract int price();
                            /** Sells to {@link Nobody}. */
                            public abstract void sell(int thing);
                            /** Is not seen. */
                            abstract void count() throws Exception;
                            /** Opens. */
                            public abstract void open() throws Exception;
                            int hidden;
                        }
                        """;
                    }
                };
        assertThat(findings(List.of(source)))
                .hasSize(3)
                .anyMatch(finding -> finding.endsWith(":5: no comment"))
                .anyMatch(finding -> finding.contains(":6: ") && finding.endsWith("reference not found"))
                .anyMatch(finding -> finding.endsWith(":11: no @throws for java.lang.Exception"));
    }
}
