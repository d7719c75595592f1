package dev.cuecard.repl.command;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.file.AtomicFile;
import dev.cuecard.file.TextFile;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.repl.draft.Draft;
import dev.cuecard.repl.show.Export;
import dev.cuecard.repl.state.Compiled;
import dev.cuecard.repl.state.LoadedFile;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.State;
import dev.cuecard.repl.state.Surroundings;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that write files. */
final class WritingCommands {

    private static final String SAVE = ":save FILE";
    private static final String EXPORT = ":export FILE";

    private WritingCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                "save",
                                Argument.PROMPT_FILE,
                                ":save [FILE]",
                                "writes the prompt, formatted, to its file or to another",
                                List.of(
                                        "The saved file makes the same request. A prompt that was never named gets the"
                                                + " file's name.",
                                        "`:save!` replaces a file that is not the session's, or that has changed on"
                                                + " disk."),
                                WritingCommands::save)
                        .forced(),
                Command.of(
                        "edit",
                        Argument.NONE,
                        ":edit",
                        "opens the prompt in $VISUAL or $EDITOR and takes what was made of it",
                        List.of("A text with mistakes is not taken; the next `:edit` goes on with it."),
                        WritingCommands::edit),
                Command.of(
                                "export",
                                Argument.FILE,
                                EXPORT,
                                "writes what was typed and said, as Markdown (.md) or JSON (.json)",
                                List.of("Keys are left out. `:export!` replaces a file."),
                                WritingCommands::export)
                        .forced());
    }

    private static void save(Workbench bench, Talk talk, Words words) {
        State state = bench.state();
        LoadedFile file = state.file();
        if (words.isBare() && file == null) {
            talk.wrongUse(SessionErrors.argumentMissing(words.command(), SAVE, "a file, since the session has none"));
            return;
        }
        Path path = words.isBare() && file != null ? file.path() : FileCommands.path(bench, talk, words);
        if (path == null) {
            return;
        }
        String name = words.isBare() && file != null ? file.name() : words.text();
        LoadedFile own = file != null && isSame(path, file.path()) ? file : null;
        if (Files.exists(path) && !words.isForced()) {
            if (own == null) {
                talk.mistake(SessionErrors.otherFile(words.bare(), ":save! " + words.text()));
                return;
            } else if (hasChanged(own)) {
                talk.mistake(SessionErrors.changedOnDisk(words.command(), own.name()));
                return;
            }
        }
        write(bench, talk, path, own == null ? name : own.name());
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasChanged(LoadedFile file) {
        return !(TextFile.read(file.path()) instanceof TextFile.Found found)
                || !found.source().text().equals(file.text());
    }

    private static void write(Workbench bench, Talk talk, Path path, String name) {
        State state = bench.state();
        Draft named = state.draft().isUntitled() ? state.draft().named(path) : state.draft();
        Draft draft = Draft.of(name, named.formatted());
        Compiled compiled = bench.compile(draft, path);
        List<Diagnostic> mistakes = compiled.mistakesNotIn(state.compiled());
        if (!mistakes.isEmpty()) {
            talk.mistakes(mistakes);
            talk.notice("not saved: there, the prompt would have "
                    + (mistakes.size() == 1 ? "this mistake" : "these mistakes"));
            return;
        }
        try {
            AtomicFile.write(path, draft.text());
        } catch (IOException e) {
            talk.mistake(AtomicFile.notWritten(name));
            return;
        }
        bench.change(
                state.with(draft, compiled).in(LoadedFile.of(path, name, draft.text())), "saving " + Quoted.path(name));
        talk.notice("saved " + Quoted.path(name)
                + (state.draft().isUntitled() ? ": the prompt is " + Quoted.of(draft.name()) + " now" : ""));
        if (compiled.prompt() == null && draft.isPrompt()) {
            talk.notice("it is not finished: `:run` says what is missing");
        }
    }

    private static void edit(Workbench bench, Talk talk, Words words) throws InterruptedException {
        Surroundings.Editor editor = bench.around().editor();
        if (editor == null) {
            talk.mistake(SessionErrors.notNow(
                    words.command(), "no editor is named", "set the environment variable `EDITOR`"));
            return;
        }
        State state = bench.state();
        String rejected = bench.rejected();
        String text = rejected == null ? state.draft().formatted() : rejected;
        String edited = edited(talk, editor, text);
        if (edited == null) {
            return;
        } else if (edited.equals(state.draft().text())) {
            bench.rejected(null);
            talk.notice("nothing was changed");
            return;
        }
        Draft draft = Draft.of(state.draft().source().name(), edited);
        Compiled compiled =
                bench.compile(draft, state.file() == null ? null : state.file().path());
        List<Diagnostic> mistakes = compiled.mistakesNotIn(state.compiled());
        if (!mistakes.isEmpty()) {
            bench.rejected(edited);
            talk.mistakes(mistakes);
            talk.notice("not taken; `:edit` goes on with it");
            return;
        }
        bench.rejected(null);
        Draft formatted = Draft.of(draft.source().name(), draft.formatted());
        Compiled checked = bench.compile(
                formatted, state.file() == null ? null : state.file().path());
        List<String> dropped = new ArrayList<>();
        State next = state.with(formatted, checked).withBound(Workbench.fitting(state.bound(), checked, dropped));
        bench.change(next, "the edit");
        talk.notice("taken");
        FileCommands.dropped(talk, dropped);
    }

    private static @Nullable String edited(Talk talk, Surroundings.Editor editor, String text)
            throws InterruptedException {
        Path file = null;
        try {
            file = Files.createTempFile("cuecard", ".prompt");
            Files.writeString(file, text);
            if (!editor.edit(file)) {
                talk.notice("the editor did not end well; nothing was changed");
                talk.ends(ExitCode.MISTAKE);
                return null;
            }
            if (TextFile.read(file) instanceof TextFile.Found found) {
                return found.source().text();
            }
            talk.notice("what the editor has left is no text; nothing was changed");
        } catch (IOException e) {
            talk.mistake(AtomicFile.notWritten(file == null ? "the temporary file" : file.toString()));
        } finally {
            delete(file);
        }
        return null;
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It is a temporary file: the system clears it away.
            return;
        }
    }

    private static void export(Workbench bench, Talk talk, Words words) {
        String name = words.text();
        boolean json = name.endsWith(".json");
        if (words.isBare()) {
            talk.wrongUse(SessionErrors.argumentMissing(words.command(), EXPORT, "a file"));
            return;
        } else if (!json && !name.endsWith(".md")) {
            talk.wrongUse(SessionErrors.argumentWrong(
                    words.bare(), ":export session.md", "what is written ends in `.md` or `.json`"));
            return;
        }
        Path path = FileCommands.path(bench, talk, words);
        if (path == null) {
            return;
        } else if (Files.exists(path) && !words.isForced()) {
            talk.mistake(SessionErrors.otherFile(words.bare(), ":export! " + name));
            return;
        }
        Export export = new Export(bench.spoken(), bench::redacted);
        try {
            AtomicFile.write(path, json ? export.json() : export.markdown());
            talk.notice("written to " + Quoted.path(name));
        } catch (IOException e) {
            talk.mistake(AtomicFile.notWritten(name));
        }
    }
}
