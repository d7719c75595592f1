package dev.cuecard.repl.command;

import dev.cuecard.Prompt;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.output.Summary;
import dev.cuecard.render.RequestTokens;
import dev.cuecard.render.show.TokenReport;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.repl.state.LastRun;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import java.util.List;
import java.util.Locale;

/** The commands that count. */
final class CountCommands {

    private CountCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "tokens",
                        Argument.NONE,
                        ":tokens",
                        "counts the tokens of the request, and what it would cost",
                        List.of(),
                        CountCommands::tokens),
                Command.of(
                        "cost",
                        Argument.NONE,
                        ":cost",
                        "sums up what the runs of this session have cost",
                        List.of(),
                        CountCommands::cost));
    }

    private static void tokens(Workbench bench, Talk talk, Words words) {
        ChatRequest request = ShowCommands.request(bench, talk);
        Prompt prompt = bench.state().prompt();
        if (request == null || prompt == null) {
            return;
        }
        ModelFacts facts = request.model() == null ? null : prompt.models().find(request.model());
        RequestTokens tokens = RequestTokens.of(request, facts);
        if (tokens == null) {
            talk.notice("tokens cannot be counted: the library that counts them, `jtokkit`, is not on the class path");
            talk.ends(ExitCode.MISTAKE);
            return;
        }
        talk.text(new TokenReport(request, facts, tokens, prompt.models().asOf())
                .toText()
                .stripTrailing());
    }

    private static void cost(Workbench bench, Talk talk, Words words) {
        LastRun last = bench.last();
        if (last == null) {
            talk.mistake(SessionErrors.notNow(words.command(), "nothing has been run yet", "run the prompt: `:run`"));
            return;
        }
        String tokens = String.format(Locale.ROOT, "%,d", bench.tokens());
        talk.text("last run: " + Summary.of(last.result().envelope())
                + "\nthis session: " + (bench.runs() == 1 ? "1 run" : bench.runs() + " runs") + ", " + tokens
                + " tokens, " + (bench.isCostKnown() ? "" : "at least ") + "$"
                + bench.cost().toPlainString()
                + (bench.isCostKnown() ? "" : ", since the cost of some runs is not known"));
    }
}
