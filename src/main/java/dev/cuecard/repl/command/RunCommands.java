package dev.cuecard.repl.command;

import dev.cuecard.Prompt;
import dev.cuecard.Rendering;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.state.LastRun;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.State;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that ask a model. */
final class RunCommands {

    private RunCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "run",
                        Argument.NONE,
                        ":run",
                        "sends the prompt with its inputs and validates the reply",
                        List.of(
                                "The reply is shown as it arrives. Then `output`, `reply`, `messages`, `usage`, `outcome`,"
                                        + " `errors` and",
                                "`recoveries` speak of it in expressions and in values: `text = output.summary`.",
                                "`:model sim` asks the built-in simulator, which needs no key. Ctrl-C cancels."),
                        RunCommands::run),
                Command.of(
                        "retry",
                        Argument.NONE,
                        ":retry",
                        "sends the last request again, the very same",
                        List.of("What was changed in the prompt or its inputs since does not count."),
                        RunCommands::retry),
                TestCommand.command());
    }

    private static void run(Workbench bench, Talk talk, Words words) throws InterruptedException {
        run(bench, talk);
    }

    /** Runs the prompt; gives the run, or null when nothing was asked. */
    static @Nullable LastRun run(Workbench bench, Talk talk) throws InterruptedException {
        Prompt prompt = ShowCommands.runnable(bench, talk);
        if (prompt == null) {
            return null;
        }
        State state = bench.state();
        Rendering rendering = prompt.render(state.given(), state.options());
        return ask(bench, talk, prompt, rendering, state.options());
    }

    private static @Nullable LastRun ask(
            Workbench bench, Talk talk, Prompt prompt, Rendering rendering, RunOptions options)
            throws InterruptedException {
        Result result = bench.running().run(stop -> {
            // Whoever sees that something is waited for can cancel it.
            if (rendering.request() != null && rendering.request().model() != null) {
                talk.listener().waiting(rendering.request().model());
            }
            return prompt.stream(rendering, options.withCancellation(stop), talk.listener());
        });
        if (result.outcome() == null) {
            // Nothing was asked: what is wrong is all there is to say.
            List<Diagnostic> findings = result.findings();
            talk.mistakes(findings);
            return null;
        }
        LastRun run = new LastRun(prompt, rendering, options, result);
        bench.ran(run);
        talk.say(new Said.RunEnded(new Result(
                result.envelope(), result.findings().stream().map(Talk::here).toList())));
        talk.ends(ExitCode.of(result.outcome()));
        return run;
    }

    private static void retry(Workbench bench, Talk talk, Words words) throws InterruptedException {
        LastRun last = bench.last();
        if (last == null) {
            talk.mistake(SessionErrors.notNow(words.command(), "nothing has been run yet", "run the prompt: `:run`"));
            return;
        }
        if (bench.state().prompt() != last.prompt()) {
            talk.notice("the last request again, of " + Quoted.of(last.prompt().name()) + " as it was then");
        }
        ask(bench, talk, last.prompt(), last.rendering(), last.options());
    }
}
