package dev.cuecard.cli;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.Simulating;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import dev.cuecard.testing.recording.Recordings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The files that a project begins with. Those that exist are kept. */
final class FirstFiles {

    private static final String PROMPTS = "prompts";
    private static final String PROMPT = "review.prompt";
    private static final String WORKFLOW = ".github/workflows/prompts.yml";

    private final Path folder;
    private final List<Path> written = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();

    /** Of a folder, which may not exist yet. */
    FirstFiles(Path folder) {
        this.folder = folder;
    }

    /** Those that were written, in their order. */
    List<Path> written() {
        return written;
    }

    /** Those that were not, since there was one already. */
    List<Path> kept() {
        return kept;
    }

    /** The folder of the prompts. */
    Path prompts() {
        return folder.resolve(PROMPTS);
    }

    /** The first prompt. */
    Path prompt() {
        return prompts().resolve(PROMPT);
    }

    /** What could not be written, or an empty list: then all of them are there. */
    List<Diagnostic> write(PromptEngine engine) throws IOException, InterruptedException {
        List<Diagnostic> findings = new ArrayList<>();
        // The recording answers this very prompt: one of the user's own has none from here.
        if (write(prompt(), text("review.prompt.txt"))) {
            findings.addAll(record(engine.load(prompt())));
        }
        Path root = repository();
        Path prompts = prompts().toAbsolutePath().normalize();
        String paths = root.relativize(prompts).toString().replace('\\', '/');
        Path here = Path.of("").toAbsolutePath();
        Path workflow = root.resolve(WORKFLOW);
        write(
                workflow.startsWith(here) ? here.relativize(workflow) : workflow,
                text("prompts.yml").replace("@PROMPTS@", paths.matches("[\\w./-]+") ? paths : quoted(paths)));
        return findings;
    }

    /** The folder of the repository, where GitHub looks for workflows; without one the folder itself. */
    private Path repository() {
        Path own = folder.toAbsolutePath().normalize();
        for (Path at = own; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return own;
    }

    /** A scalar of YAML in double quotes, which are those of JSON. */
    private static String quoted(String text) {
        return Json.of(text).toString();
    }

    private List<Diagnostic> record(Prompt prompt) throws InterruptedException {
        TestPlan all = TestPlan.of(List.of(prompt), List.of());
        List<TestCase> asked = all.only(one -> !one.isCanned()).cases();
        List<TestCase> missing = new ArrayList<>();
        for (TestCase one : asked) {
            Path file = Recordings.file(one);
            if (exists(file)) {
                kept.add(file);
            } else {
                missing.add(one);
                written.add(file);
            }
        }
        Recordings recordings = new Recordings(Recordings.Mode.RECORD, false, new Simulating());
        List<Diagnostic> findings = new ArrayList<>();
        new TestRunner(TestOptions.DEFAULT, recordings).run(missing, result -> findings.addAll(result.allFindings()));
        findings.addAll(recordings.finish(all, missing));
        return findings;
    }

    /** Whether it was written, and not there before. */
    private boolean write(Path file, String text) throws IOException {
        if (exists(file)) {
            kept.add(file);
            return false;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was faster.
            kept.add(file);
            return false;
        }
        written.add(file);
        return true;
    }

    /** A link that leads nowhere is something, too. */
    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = FirstFiles.class.getResourceAsStream("init/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no init/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
