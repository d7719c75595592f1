package dev.cuecard.repl.command;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.file.TextFile;
import dev.cuecard.render.Binder;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.draft.Draft;
import dev.cuecard.repl.state.Compiled;
import dev.cuecard.repl.state.LoadedFile;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.State;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands that take a prompt from its file. */
public final class FileCommands {

    private static final String LOAD = ":load FILE";

    private FileCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "load",
                        Argument.PROMPT_FILE,
                        LOAD,
                        "takes the prompt of a file in the place of this one",
                        List.of(
                                "A file with mistakes is not taken: they are shown, and the session stays as it is.",
                                "Values of inputs stay where they fit. What is loaded is reloaded when it changes on disk.",
                                "`:undo` brings back the prompt that was there before."),
                        FileCommands::load),
                Command.of(
                        "reload",
                        Argument.NONE,
                        ":reload",
                        "takes the session's file again as it stands on disk",
                        List.of("What was changed here and not saved is lost; `:undo` brings it back."),
                        FileCommands::reload));
    }

    private static void load(Workbench bench, Talk talk, Words words) {
        if (words.isBare()) {
            talk.wrongUse(SessionErrors.argumentMissing(words.command(), LOAD, "a file"));
            return;
        }
        Path path = path(bench, talk, words);
        if (path != null) {
            load(bench, talk, path, words.text());
        }
    }

    /** The file that an argument names, or null, and that it is none has been said. */
    static @Nullable Path path(Workbench bench, Talk talk, Words words) {
        try {
            return bench.resolve(words.text());
        } catch (InvalidPathException e) {
            talk.wrongUse(SessionErrors.argumentWrong(
                    words.bare(), ":" + words.command().text(), Quoted.of(words.text()) + " is no name of a file"));
            return null;
        }
    }

    /** Takes the prompt of a file, if it has no mistake. */
    public static void load(Workbench bench, Talk talk, Path path, String name) {
        Draft draft = read(talk, path, name);
        if (draft == null) {
            return;
        }
        Compiled compiled = bench.compile(draft, path);
        if (Diagnostic.stops(compiled.findings())) {
            talk.mistakes(compiled.findings());
            talk.notice("not loaded; the session is as it was");
            return;
        }
        State before = bench.state();
        State next = taken(bench, draft, compiled, LoadedFile.of(path, name, draft.text()), new ArrayList<>());
        Map<String, Json> bound = new LinkedHashMap<>(next.bound());
        // The conversation was one with another prompt.
        bound.remove(Binder.HISTORY);
        bench.change(next.withBound(bound), "loading " + Quoted.path(name));
        talk.findings(compiled.findings());
        talk.notice("loaded " + Quoted.path(name) + what(compiled));
        if (before.isChanged()) {
            talk.notice("what was there before was not saved; `:undo` brings it back");
        }
    }

    private static @Nullable Draft read(Talk talk, Path path, String name) {
        TextFile file = TextFile.read(path);
        if (file instanceof TextFile.Found found) {
            // Under the name that the person has written, wherever that is.
            return Draft.of(name, found.source().text());
        }
        talk.mistake(((TextFile.Refused) file).diagnostic());
        return null;
    }

    private static String what(Compiled compiled) {
        if (compiled.prompt() == null) {
            return ", a library: it has no prompt to run";
        }
        int tests = compiled.prompt().tests().size();
        return ": the prompt " + Quoted.of(compiled.prompt().name())
                + (tests == 0 ? "" : tests == 1 ? " with a test" : " with " + tests + " tests");
    }

    private static void reload(Workbench bench, Talk talk, Words words) {
        LoadedFile file = bench.state().file();
        if (file == null) {
            talk.mistake(SessionErrors.notNow(words.command(), "the session has no file", "load one: `" + LOAD + "`"));
            return;
        }
        Draft draft = read(talk, file.path(), file.name());
        if (draft != null) {
            reload(bench, talk, draft, file);
        }
    }

    private static void reload(Workbench bench, Talk talk, Draft draft, LoadedFile file) {
        Compiled compiled = bench.compile(draft, file.path());
        if (Diagnostic.stops(compiled.findings())) {
            talk.mistakes(compiled.findings());
            talk.notice("not reloaded; the last good version stays");
            return;
        }
        List<String> dropped = new ArrayList<>();
        State next = taken(bench, draft, compiled, LoadedFile.of(file.path(), file.name(), draft.text()), dropped);
        bench.change(next.withChat(bench.state().chat()), "reloading " + Quoted.path(file.name()));
        talk.notice("reloaded " + Quoted.path(file.name()));
        dropped(talk, dropped);
    }

    private static State taken(Workbench bench, Draft draft, Compiled compiled, LoadedFile file, List<String> dropped) {
        State state = bench.state();
        Map<String, Json> bound = Workbench.fitting(state.bound(), compiled, dropped);
        return state.with(draft, compiled).in(file).withBound(bound).withChat(null);
    }

    /** Says which values do not fit any more. */
    public static void dropped(Talk talk, List<String> names) {
        if (!names.isEmpty()) {
            talk.notice("the value of " + Quoted.and(names) + " does not fit any more, and is forgotten");
        }
    }

    /** Looks whether the file has changed on disk. */
    public static void poll(Workbench bench, Talk talk) {
        State state = bench.state();
        LoadedFile file = state.file();
        if (file == null) {
            return;
        }
        String now = TextFile.read(file.path()) instanceof TextFile.Found found
                ? found.source().text()
                : null;
        if (now == null ? file.seen() == null : now.equals(file.seen())) {
            imports(bench, talk, state, file);
            return;
        }
        bench.set(state.in(file.seen(now)));
        if (now == null) {
            talk.notice(Quoted.path(file.name()) + " is gone; the prompt stays here");
        } else if (state.isChanged()) {
            talk.notice(Quoted.path(file.name()) + " has changed on disk, and so has the prompt here:"
                    + " `:reload` takes the file, `:save!` replaces it");
        } else {
            reload(bench, talk, Draft.of(file.name(), now), file);
        }
    }

    /** What is imported may have changed as well. */
    private static void imports(Workbench bench, Talk talk, State state, LoadedFile file) {
        boolean none =
                state.prompt() == null || state.prompt().checked().imports().isEmpty();
        if (none) {
            return;
        }
        Compiled compiled = bench.compile(state.draft(), file.path());
        if (compiled.prompt() == null) {
            String mistakes = DiagnosticRenderer.plain().render(compiled.findings());
            if (!mistakes.equals(bench.told())) {
                bench.told(mistakes);
                talk.mistakes(compiled.findings());
                talk.notice("an imported file has changed; the last good version stays");
            }
            return;
        }
        bench.told(null);
        if (texts(compiled).equals(texts(state.compiled()))) {
            return;
        }
        List<String> dropped = new ArrayList<>();
        Map<String, Json> bound = Workbench.fitting(state.bound(), compiled, dropped);
        bench.set(state.with(state.draft(), compiled).withBound(bound));
        talk.notice("an imported file has changed, and is taken again");
        dropped(talk, dropped);
    }

    private static List<String> texts(Compiled compiled) {
        return compiled.prompt() == null
                ? List.of()
                : compiled.prompt().checked().imports().stream()
                        .map(Source::text)
                        .toList();
    }
}
