package dev.cuecard.junit;

import dev.cuecard.CheckResult;
import dev.cuecard.PromptEngine;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.TestPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks files. JUnit discovers at least twice in one process: a file that has not changed since, nor one that it reads, is
 * not checked again. For many threads.
 */
final class LoadedFiles {

    /** Projects with more prompts check some of them twice. */
    private static final int MOST = 2_000;

    private record Key(Path file, boolean live, List<String> models, Stamp stamp) {}

    private static final Map<Key, LoadedFile> KEPT = new LinkedHashMap<>();

    private final Parameters parameters;

    LoadedFiles(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The file, which need not exist. */
    LoadedFile load(Path file) {
        Path path = shortest(file);
        Stamp stamp = Stamp.of(path);
        if (stamp == null) {
            return check(path);
        }
        Key key = new Key(path, parameters.live(), parameters.models(), stamp);
        synchronized (KEPT) {
            LoadedFile known = KEPT.get(key);
            if (known != null) {
                return known;
            }
        }
        LoadedFile loaded = check(path);
        synchronized (KEPT) {
            if (KEPT.size() >= MOST) {
                KEPT.clear();
            }
            KEPT.put(key, loaded);
        }
        return loaded;
    }

    private LoadedFile check(Path path) {
        CheckResult checked = Engines.of(parameters.live()).check(path);
        List<Diagnostic> mistakes = new ArrayList<>(
                checked.findings().stream().filter(Diagnostic::isError).toList());
        TestPlan plan = TestPlan.of(checked.prompt().stream().toList(), parameters.models());
        mistakes.addAll(plan.findings());
        boolean library = checked.prompt().isEmpty() && mistakes.isEmpty();
        return new LoadedFile(path, path.toString(), library, plan, mistakes);
    }

    /** As a person would name it: from the working folder, where it stands below that. */
    static Path shortest(Path file) {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(here) && !whole.equals(here) ? here.relativize(whole) : whole;
    }

    /** One engine that sends nothing, and one that does, each made when it is first wanted and kept for the process. */
    private static final class Engines {

        private static @Nullable PromptEngine offline;
        private static @Nullable PromptEngine live;

        private Engines() {}

        static synchronized PromptEngine of(boolean asks) {
            if (asks) {
                live = live == null ? live() : live;
                return live;
            }
            offline = offline == null ? offline() : offline;
            return offline;
        }

        private static PromptEngine offline() {
            return PromptEngine.builder()
                    .client(request -> {
                        throw new IllegalStateException("nothing is sent here");
                    })
                    .build();
        }

        private static PromptEngine live() {
            return PromptEngine.builder().environment(System.getenv()).build();
        }
    }
}
