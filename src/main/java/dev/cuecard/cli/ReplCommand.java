package dev.cuecard.cli;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Defect;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.cli.input.InputOptions;
import dev.cuecard.cli.input.InputReader;
import dev.cuecard.cli.option.OverrideOptions;
import dev.cuecard.cli.option.SettingReader;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Given;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.repl.Reaction;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.SessionListener;
import dev.cuecard.repl.Tty;
import dev.cuecard.repl.live.LiveSession;
import dev.cuecard.repl.shell.Shell;
import dev.cuecard.repl.shell.TerminalEditor;
import dev.cuecard.repl.show.Shown;
import dev.cuecard.repl.state.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cuecard repl [FILE]}. */
@Command(
        name = "repl",
        description = {
            "Explores a prompt, changes it, runs it, saves it back: a line is a declaration, a message, "
                    + "a value (`name = value`), an expression, or a command (`:help` lists them).",
            "",
            "With -e, -f or a pipe there is no terminal: what is asked for goes to stdout, everything else "
                    + "to stderr, and the first mistake ends it."
        },
        mixinStandardHelpOptions = true,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  cuecard repl",
            "  cuecard repl prompts/sentiment.prompt --var review=\"I love it\" --model sim",
            "  cuecard repl prompts/hello.prompt --model sim -e :run -e output",
            "  echo '1 + 1' | cuecard repl",
            "",
            "What is typed at a terminal is kept, without keys, in $XDG_STATE_HOME/cuecard/history "
                    + "(else ~/.local/state/cuecard/history), which only you may read.",
            "",
            "Exits with 0 when all went well, else as `run` and `test` do: 1 for a mistake in the prompt or its "
                    + "inputs, 2 for a command used in a wrong way, 3 when the provider gives no answer, 4 when the reply "
                    + "is not valid, 130 after Ctrl-C."
        })
final class ReplCommand implements Callable<Integer> {

    private final Console console;
    private final boolean debug;

    /** What is submitted, in the order of the command line. */
    private final List<Script> scripts = new ArrayList<>();

    private record Script(String text, boolean isFile) {}

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The prompt file to begin with.")
    private @Nullable String file;

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    @Mixin
    private OverrideOptions overrides = new OverrideOptions();

    /** @param debug whether the trace of a defect is wanted */
    ReplCommand(Console console, boolean debug) {
        this.console = console;
        this.debug = debug;
    }

    /**
     * The session of {@code repl} or {@code repl FILE}, null for any other command line: what is typed most often to
     * begin one is understood at once, since the library that reads options takes longer to be loaded than all the rest.
     */
    static @Nullable ReplCommand plain(Console console, String... arguments) {
        boolean plain = arguments.length > 0
                && arguments.length <= 2
                && arguments[0].equals("repl")
                && (arguments.length == 1 || !arguments[1].startsWith("-"));
        if (!plain) {
            return null;
        }
        ReplCommand command = new ReplCommand(console, false);
        command.file = arguments.length == 2 ? arguments[1] : null;
        return command;
    }

    /** Runs it; its exit code. */
    int run() {
        try {
            return call();
        } catch (CommandStopped stopped) {
            return stopped.code().number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Option(names = "-e", paramLabel = "TEXT", description = "Submits a text, as if it were typed. Repeatable.")
    void text(List<String> texts) {
        texts.stream().skip(count(false)).forEach(text -> scripts.add(new Script(text, false)));
    }

    @Option(
            names = "-f",
            paramLabel = "FILE",
            description = "Submits the lines of a file; - is standard input. Repeatable.")
    void lines(List<String> files) {
        files.stream().skip(count(true)).forEach(one -> scripts.add(new Script(one, true)));
    }

    private long count(boolean isFile) {
        return scripts.stream().filter(script -> script.isFile == isFile).count();
    }

    @Override
    public Integer call() throws CommandStopped, IOException {
        boolean talking = scripts.isEmpty() && console.in() == System.in && Tty.isTalking();
        if (talking) {
            Shell.prepare();
        }
        ReplSurroundings surroundings = new ReplSurroundings(console);
        // A mistake in the configuration is told before anything else.
        PromptEngine engine = Engines.of(console, Timeouts.DEFAULT);
        TerminalEditor editor = TerminalEditor.of(console.environment());
        Surroundings around = talking ? surroundings.talking(engine, editor) : surroundings.scripted(engine);
        try (LiveSession session = LiveSession.open(around)) {
            int code = begin(session, talking);
            if (code != 0) {
                return code;
            }
            if (!talking) {
                return submit(session);
            }
            Shell.talk(
                    session,
                    session.history()::entries,
                    editor,
                    console.environment(),
                    defect -> Defect.text(defect, debug));
            return ExitCode.OK.number();
        }
    }

    private int begin(LiveSession session, boolean talking) throws CommandStopped {
        if (file != null) {
            Path path = FileText.path(console, file);
            Reaction loaded = session.load(path, file);
            show(talking ? loaded : loaded.withoutNotices());
            if (loaded.exitCode() != 0) {
                return loaded.exitCode();
            }
        }
        RunOptions options = SettingReader.read(console, overrides);
        Reaction begun = session.begin(inputs(session), options);
        show(begun);
        return begun.exitCode();
    }

    private Map<String, Given> inputs(LiveSession session) throws CommandStopped {
        Prompt prompt = session.prompt();
        if (prompt != null) {
            return InputReader.read(console, prompt, inputOptions);
        }
        boolean some = !inputOptions.vars().isEmpty()
                || !inputOptions.varFiles().isEmpty()
                || inputOptions.varsFile() != null
                || inputOptions.test() != null;
        if (some) {
            throw new WrongUse("there is no prompt yet that takes inputs", "name its file: `cuecard repl FILE --var …`")
                    .stop(console);
        }
        return Map.of();
    }

    private int submit(LiveSession session) throws CommandStopped {
        Cancellation.Hook cancel = console.interruption().heed().onCancel(session::cancel);
        try {
            List<Script> all = scripts.isEmpty() ? List.of(new Script("-", true)) : scripts;
            for (Script script : all) {
                Source text = script.isFile ? FileText.read(console, script.text) : Source.typed("-e", script.text);
                Reaction last = session.script(text, SessionListener.NONE, this::show);
                if (last.exitCode() != 0 || last.quits()) {
                    return last.exitCode();
                }
            }
            return ExitCode.OK.number();
        } finally {
            cancel.close();
        }
    }

    private void show(Reaction reaction) {
        for (Said said : reaction.said()) {
            Shown shown = Shown.of(said, false);
            console.out().print(shown.out());
            console.out().flush();
            console.err().print(console.colour() ? Shown.of(said, true).err() : shown.err());
            console.err().flush();
        }
    }
}
