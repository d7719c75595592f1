package dev.cuecard.repl.state;

import dev.cuecard.CheckResult;
import dev.cuecard.PromptEngine;
import dev.cuecard.chat.Usage;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.HostNames;
import dev.cuecard.check.files.FileReading;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Inquiry;
import dev.cuecard.data.Json;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.repl.Reaction;
import dev.cuecard.repl.Spoken;
import dev.cuecard.repl.draft.Draft;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.parse.PromptParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the session holds now, what it held before, and what it works with. Belongs to the session's thread. */
public final class Workbench {

    /** What a draft is called that stands in no file. */
    public static final String NAME = "session";

    /** So many changes can be taken back. */
    private static final int MOST_UNDONE = 200;

    private final Surroundings around;
    private final List<Spoken> spoken = new ArrayList<>();
    private final Running running = new Running();
    private final Deque<Change> changes = new ArrayDeque<>();
    private @Nullable PromptEngine engine;
    private State state;
    private @Nullable LastRun last;
    private long tokens;
    private BigDecimal cost = BigDecimal.ZERO;
    private boolean costKnown = true;
    private int runs;
    private @Nullable String told;
    private @Nullable String rejected;

    /** A change and what was there before it. */
    public record Change(State before, String what) {}

    /** With an empty prompt. */
    public Workbench(Surroundings around) {
        this.around = around;
        Draft draft = Draft.of(NAME, "prompt " + Draft.UNTITLED + "\n");
        state = new State(draft, compile(draft, null), null, Map.of(), null, Map.of(), null);
    }

    /** The engine. */
    public PromptEngine engine() {
        if (engine == null) {
            engine = around.engines().get();
        }
        return engine;
    }

    /** A text without keys, and without what the project of the session's file keeps out of recordings. */
    public String redacted(String text) {
        String clean = around.history().redacted(text);
        List<Regex> patterns =
                state.prompt() == null ? List.of() : state.prompt().redact();
        for (Regex pattern : patterns) {
            clean = pattern.replaceAll(clean, "[redacted]");
        }
        return clean;
    }

    /** What it works with. */
    public Surroundings around() {
        return around;
    }

    /** All that was said so far. */
    public List<Spoken> spoken() {
        return Collections.unmodifiableList(spoken);
    }

    /** Keeps what was said. */
    public void spoke(String text, Reaction reaction) {
        spoken.add(new Spoken(text, reaction));
    }

    /** What takes its time and can be cancelled. */
    public Running running() {
        return running;
    }

    /** What the session holds now. */
    public State state() {
        return state;
    }

    /** Changes it. */
    public void change(State next, String what) {
        changes.push(new Change(state, what));
        if (changes.size() > MOST_UNDONE) {
            changes.removeLast();
        }
        state = next;
    }

    /** Changes what is not worth taking back. */
    public void set(State next) {
        state = next;
    }

    /** Takes back the last change; null when there is none. */
    public @Nullable Change undo() {
        Change change = changes.poll();
        if (change != null) {
            LoadedFile now = state.file();
            LoadedFile then = change.before().file();
            state = change.before();
            if (now != null && then != null && now.path().equals(then.path())) {
                // What stands on disk is not taken back with it, and not to be told again.
                state = state.in(then.seen(now.seen()));
            }
        }
        return change;
    }

    /** The last run, or null before the first. */
    public @Nullable LastRun last() {
        return last;
    }

    /** A model was asked. */
    public void ran(LastRun run) {
        last = run;
        runs++;
        Usage usage = run.result().envelope().usage();
        tokens += usage == null ? 0 : usage.totalTokens();
        BigDecimal price = run.result().envelope().costUsd();
        costKnown &= price != null;
        cost = price == null ? cost : cost.add(price);
    }

    /** The tokens of all runs, as far as they are known. */
    public long tokens() {
        return tokens;
    }

    /** What all runs cost, as far as that is known. */
    public BigDecimal cost() {
        return cost;
    }

    /** Whether it is known of each run what it cost. */
    public boolean isCostKnown() {
        return costKnown;
    }

    /** How many runs there were. */
    public int runs() {
        return runs;
    }

    /** The mistakes of imported files that the person knows of, or null. */
    public @Nullable String told() {
        return told;
    }

    /** Notes that the person knows of them. */
    public void told(@Nullable String mistakes) {
        told = mistakes;
    }

    /** What an editor has left that could not be taken, or null. */
    public @Nullable String rejected() {
        return rejected;
    }

    /** Keeps what an editor has left that could not be taken. */
    public void rejected(@Nullable String text) {
        rejected = text;
    }

    /** A file that the person names. */
    public Path resolve(String name) {
        return around.folder().resolve(name);
    }

    /** What the checker makes of a draft. */
    public Compiled compile(Draft draft, @Nullable Path file) {
        CheckResult checked = engine().check(place(file), draft.source());
        return new Compiled(
                checked.prompt().orElse(null),
                checked.findings(),
                inquiry(draft, file, null).inputs());
    }

    /**
     * Expressions are checked by it against what the session's prompt declares, with the imported files as they were
     * when the prompt was last right.
     */
    public Inquiry inquiry() {
        return new Inquiry(state.draft().tree(), kept(), host(), output());
    }

    /** What the host adds to the language where the session's prompt stands. */
    public HostNames host() {
        return engine().known(place(path())).host();
    }

    /** What stands in a file that the session's prompt could import by that path; null when it cannot be read. */
    public @Nullable PromptFile imported(String path) {
        FileReading reading = kept().read(state.draft().source(), path);
        String text = reading instanceof FileReading.Found found ? found.text() : null;
        return text == null ? null : PromptParser.parse(new Source(path, text)).file();
    }

    private FileSource kept() {
        return LastGood.of(files(state.draft(), path()), state.prompt());
    }

    private @Nullable Path path() {
        return state.file() == null ? null : state.file().path();
    }

    private @Nullable CheckedOutput output() {
        return last == null ? null : last.prompt().checked().output();
    }

    private Inquiry inquiry(Draft draft, @Nullable Path file, @Nullable CheckedOutput output) {
        return new Inquiry(
                draft.tree(), files(draft, file), engine().known(place(file)).host(), output);
    }

    private FileSource files(Draft draft, @Nullable Path file) {
        try {
            return ProjectFiles.of(place(file), draft.source().name());
        } catch (IOException e) {
            // There is no folder, so there is nothing to import: the check of the draft says so.
            return MemoryFiles.none();
        }
    }

    /** Where a draft would stand that is in no file. */
    private Path place(@Nullable Path file) {
        return file == null ? around.folder().resolve(NAME) : file;
    }

    /** The values that fit their types in another state; what does not is left out. */
    public static Map<String, Json> fitting(Map<String, Json> bound, Compiled compiled, List<String> dropped) {
        Map<String, Type> types = new HashMap<>();
        compiled.inputs().forEach(input -> types.put(input.name(), input.type()));
        return Fit.keep(bound, types, dropped);
    }

    /** Lets go of the connections. */
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
