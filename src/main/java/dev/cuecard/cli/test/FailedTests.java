package dev.cuecard.cli.test;

import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.UserFolders;
import dev.cuecard.file.AtomicFile;
import dev.cuecard.file.TextFile;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tests that have not passed when they were last run in this folder: a line for each, in the user's folder for such
 * things. A run that is killed leaves those that it did not come to. Without a home nothing is kept.
 */
final class FailedTests {

    /** So long a killed run may lag behind. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final @Nullable Path file;
    private final Set<String> lines = new LinkedHashSet<>();
    private long written = System.nanoTime();

    private FailedTests(@Nullable Path file) {
        this.file = file;
    }

    /** Those of the current folder. */
    static FailedTests of(Console console) {
        FailedTests failed = new FailedTests(place(console.environment()));
        if (failed.file != null && TextFile.read(failed.file) instanceof TextFile.Found found) {
            found.source().text().lines().forEach(failed.lines::add);
        }
        return failed;
    }

    private static @Nullable Path place(Map<String, String> environment) {
        Path folder = UserFolders.state(environment);
        String here =
                Integer.toHexString(Path.of("").toAbsolutePath().toString().hashCode());
        return folder == null ? null : folder.resolve("failed-" + here + ".txt");
    }

    boolean has(TestCase one) {
        return lines.contains(line(one));
    }

    /** A run begins: what it does not come to has not passed. */
    void begin(Collection<TestCase> cases) {
        cases.forEach(one -> lines.add(line(one)));
        write();
    }

    /** A test has ended. */
    void note(CaseResult result) {
        boolean passed = result.verdict() == Verdict.PASSED;
        if (passed ? lines.remove(line(result.test())) : lines.add(line(result.test()))) {
            if (System.nanoTime() - written > PAUSE) {
                write();
            }
        }
    }

    /** All have ended. */
    void end() {
        write();
    }

    private static String line(TestCase one) {
        return List.of(one.file(), one.name()).stream()
                .map(part -> part.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
                .collect(Collectors.joining(": "));
    }

    private void write() {
        if (file == null) {
            return;
        }
        written = System.nanoTime();
        try {
            AtomicFile.write(file, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        } catch (IOException e) {
            // A convenience: the tests themselves are not worse for it.
            return;
        }
    }
}
