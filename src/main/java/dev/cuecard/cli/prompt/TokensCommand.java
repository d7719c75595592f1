package dev.cuecard.cli.prompt;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.Rendering;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.cli.console.Notices;
import dev.cuecard.cli.input.InputOptions;
import dev.cuecard.cli.input.InputReader;
import dev.cuecard.cli.option.OverrideOptions;
import dev.cuecard.cli.option.SettingReader;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.render.Given;
import dev.cuecard.render.RequestTokens;
import dev.cuecard.render.show.TokenReport;
import dev.cuecard.repl.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cuecard tokens FILE}. */
@Command(
        name = "tokens",
        description = {
            "Counts the tokens of the request that would be sent: by message, of the context window, and what they cost.",
            "",
            "Sends nothing, needs no key. Where the model's encoding is not known, the count is an estimate; so is always "
                    + "what the server puts around the texts."
        },
        mixinStandardHelpOptions = true,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  cuecard tokens prompts/hello.prompt",
            "  cuecard tokens prompts/hello.prompt --test \"it greets back\" --format json"
        })
public final class TokensCommand implements Callable<Integer> {

    /** What stdout gets. */
    enum Format {
        /** Lines to read. */
        text,
        /** The same figures as one object. */
        json
    }

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The prompt file, or - for standard input.")
    private String file = "";

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    @Mixin
    private OverrideOptions overrides = new OverrideOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (the default) or json.")
    private Format format = Format.text;

    public TokensCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandStopped {
        try (PromptEngine engine = Engines.offline(console)) {
            Prompt prompt = Loading.prompt(console, engine, file);
            Map<String, Given> inputs = InputReader.read(console, prompt, inputOptions);
            Rendering rendering = prompt.render(inputs, SettingReader.read(console, overrides));
            console.report(rendering.findings());
            rendering.omitted().forEach(omitted -> console.err().println(Notices.of(omitted)));
            ChatRequest request = rendering.request();
            if (request == null) {
                return ExitCode.MISTAKE.number();
            }
            ModelFacts facts = request.model() == null ? null : prompt.models().find(request.model());
            RequestTokens tokens = RequestTokens.of(request, facts);
            if (tokens == null) {
                console.err().println("error: tokens cannot be counted");
                console.err().println("  = note: the library that counts them, `jtokkit`, is not on the class path");
                return ExitCode.MISTAKE.number();
            }
            TokenReport report =
                    new TokenReport(request, facts, tokens, prompt.models().asOf());
            console.out().print(format == Format.json ? JsonText.pretty(report.toJson(), 2) + "\n" : report.toText());
            return ExitCode.OK.number();
        }
    }
}
