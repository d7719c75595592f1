package dev.cuecard.junit;

import dev.cuecard.chat.budget.Budget;
import dev.cuecard.check.files.PromptFinder;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.testing.TestCase;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tests of prompts as dynamic tests of Jupiter, which every IDE shows and runs:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> prompts() {
 *     return PromptTests.in("src/main/resources/prompts");
 * }
 * }</pre>
 *
 * <p>Replies come from the tests and from recordings; system properties of the names that {@link CuecardTestEngine} lists say
 * otherwise, such as {@code -Dcuecard.live=true}. What {@code cuecard.max-cost} allows is for all factories of the process
 * together.
 */
public final class PromptTests {

    /** Factories know nothing of each other, but what they may cost is said once for all of them. */
    private static final Map<BigDecimal, Budget> BUDGETS = new ConcurrentHashMap<>();

    private PromptTests() {}

    /** What this process may spend; null for any amount. */
    static @Nullable Budget budget(Parameters parameters) {
        BigDecimal most = parameters.maxCost();
        return most == null ? null : BUDGETS.computeIfAbsent(most, Budget::ofUsd);
    }

    /**
     * A container for each file, a test for each of its tests. A file with a mistake is a failing test that tells it; a place
     * without a test is one that says so.
     *
     * @param path a {@code .prompt} file, or a folder: then every one below it
     */
    public static Stream<DynamicNode> in(String path) {
        return in(Path.of(path));
    }

    /** The same of a path. */
    public static Stream<DynamicNode> in(Path path) {
        Parameters parameters = Parameters.of(name -> Optional.ofNullable(System.getProperty(name)));
        LoadedFiles files = new LoadedFiles(parameters);
        Running running = new Running(parameters, budget(parameters));
        List<DynamicNode> nodes = new ArrayList<>();
        for (Path file : Files.exists(path) ? PromptFinder.below(path) : List.<Path>of()) {
            LoadedFile loaded = files.load(file);
            if (loaded.hasLeaves()) {
                nodes.add(container(loaded, running));
            }
        }
        if (nodes.isEmpty() && parameters.emptyFails()) {
            String text = (Files.exists(path) ? "no test in `" : "there is no `") + path + "`";
            nodes.add(DynamicTest.dynamicTest(path.toString(), () -> {
                throw new NoVerdict(text);
            }));
        }
        return nodes.stream();
    }

    private static DynamicNode container(LoadedFile file, Running running) {
        URI uri = file.path().toUri();
        List<DynamicNode> tests = new ArrayList<>();
        for (TestCase one : file.cases()) {
            URI line = URI.create(uri + "?line=" + one.test().origin().line());
            tests.add(DynamicTest.dynamicTest(one.name(), line, () -> Ending.raise(running.run(one))));
        }
        if (!file.mistakes().isEmpty()) {
            String text = DiagnosticRenderer.plain().render(file.mistakes());
            tests.add(DynamicTest.dynamicTest("check", uri, () -> {
                throw new NoVerdict(Ending.told(text));
            }));
        }
        return DynamicContainer.dynamicContainer(file.name(), uri, tests.stream());
    }
}
