package dev.cuecard;

import dev.cuecard.check.files.FileReading;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.file.TextFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A prompt that is loaded again when its file changes, or one that it reads, or the {@code cuecard.json} of its project.
 * There is always a prompt: a version with mistakes is told to the listener, and the last good one stays in use. Safe for
 * many threads; no thread of its own watches, whoever asks looks, once in a while.
 *
 * <pre>{@code
 * LivePrompt live = engine.live(Path.of("prompts/sentiment.prompt"), findings -> System.err.println(findings));
 * Result result = live.get().run(Map.of("review", "Meh."));
 * }</pre>
 */
public final class LivePrompt implements Supplier<Prompt> {

    /** How long a version is taken for the newest: 1 second. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    /** A version of a file that was read. */
    private record Seen(FileSource files, Source from, String path, FileReading reading) {

        boolean isOld() {
            return !same(reading, files.read(from, path));
        }

        private static boolean same(FileReading one, FileReading other) {
            return (one instanceof FileReading.Found a && other instanceof FileReading.Found b)
                    ? Arrays.equals(a.bytes(), b.bytes())
                    : one.equals(other);
        }
    }

    private final PromptEngine engine;
    private final Path file;
    private final ReloadListener listener;
    private final LongSupplier nanoTime;
    private final ReentrantLock looking = new ReentrantLock();
    private List<Seen> seen = List.of();
    private List<TextFile> texts = List.of();
    private volatile Prompt current;
    private volatile long looked;

    LivePrompt(PromptEngine engine, Path file, ReloadListener listener, LongSupplier nanoTime) {
        this.engine = engine;
        this.file = file;
        this.listener = listener;
        this.nanoTime = nanoTime;
        texts = texts();
        CheckResult first = check();
        current = first.prompt().orElseThrow(() -> new PromptException(first.orNoPrompt(file.toString())));
        looked = nanoTime.getAsLong();
    }

    /** The newest version without mistakes, at most {@link #INTERVAL} old. */
    @Override
    public Prompt get() {
        if (nanoTime.getAsLong() - looked >= INTERVAL.toNanos() && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return current;
    }

    /** Looks now whether anything has changed; the prompt in use afterwards. */
    public Prompt reload() {
        looking.lock();
        try {
            look();
        } finally {
            looking.unlock();
        }
        return current;
    }

    private void look() {
        looked = nanoTime.getAsLong();
        List<TextFile> now = texts();
        if (same(texts, now) && seen.stream().noneMatch(Seen::isOld)) {
            return;
        }
        texts = now;
        CheckResult result = check();
        if (result.prompt().isPresent()) {
            current = result.prompt().get();
            listener.reloaded(current);
        } else {
            List<Diagnostic> findings = result.orNoPrompt(file.toString());
            listener.refused(findings);
        }
    }

    /** The texts that are not read through a prompt: its own, and the configuration of its project. */
    private List<TextFile> texts() {
        return List.of(TextFile.read(file), ConfigurationFile.text(file));
    }

    private static boolean same(List<TextFile> before, List<TextFile> now) {
        for (int i = 0; i < now.size(); i++) {
            boolean same = (before.get(i) instanceof TextFile.Found a && now.get(i) instanceof TextFile.Found b)
                    ? a.source().text().equals(b.source().text())
                    : before.get(i).equals(now.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private CheckResult check() {
        List<Seen> reads = new ArrayList<>();
        CheckResult result = texts.get(0) instanceof TextFile.Found found
                ? engine.check(file, found.source(), files -> (from, path) -> {
                    FileReading reading = files.read(from, path);
                    synchronized (reads) {
                        reads.add(new Seen(files, from, path, reading));
                    }
                    return reading;
                })
                : CheckResult.refused(((TextFile.Refused) texts.get(0)).diagnostic());
        // A version that cannot be checked has read less: what the last one read is still looked at.
        if (!reads.isEmpty() || result.prompt().isPresent()) {
            seen = List.copyOf(reads);
        }
        return result;
    }
}
