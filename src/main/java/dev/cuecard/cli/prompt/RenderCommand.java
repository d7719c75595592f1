package dev.cuecard.cli.prompt;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.Rendering;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.route.Destination;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.cli.console.Notices;
import dev.cuecard.cli.input.InputOptions;
import dev.cuecard.cli.input.InputReader;
import dev.cuecard.cli.option.OverrideOptions;
import dev.cuecard.cli.option.SettingReader;
import dev.cuecard.render.Given;
import dev.cuecard.render.show.RequestColours;
import dev.cuecard.render.show.RequestFormat;
import dev.cuecard.repl.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cuecard render FILE}. */
@Command(
        name = "render",
        description = "Prints the request that would be sent. Sends nothing, needs no key.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  cuecard render prompts/hello.prompt",
            "  cuecard render prompts/sentiment.prompt --var review=\"I love it\" --format text",
            "  cuecard render prompts/hello-json.prompt --format curl"
        })
public final class RenderCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The prompt file, or - for standard input.")
    private String file = "";

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    @Mixin
    private OverrideOptions overrides = new OverrideOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json (the exact body, the default), curl (a command to paste; the key stays"
                    + " $$OPENAI_API_KEY) or text (a transcript to read).")
    private RequestFormat format = RequestFormat.json;

    public RenderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandStopped {
        try (PromptEngine engine = Engines.of(console, Timeouts.DEFAULT)) {
            Prompt prompt = Loading.prompt(console, engine, file);
            Map<String, Given> inputs = InputReader.read(console, prompt, inputOptions);
            Rendering rendering = prompt.render(inputs, SettingReader.read(console, overrides));
            console.report(rendering.findings());
            rendering.omitted().forEach(omitted -> console.err().println(Notices.of(omitted)));
            ChatRequest request = rendering.request();
            if (request == null) {
                return ExitCode.MISTAKE.number();
            }
            Destination to = prompt.destination(request.model() == null ? "" : request.model());
            if (format == RequestFormat.curl && to.refusal() != null) {
                // Whoever pastes the command would send the key there.
                console.report(to.refusal());
                return ExitCode.MISTAKE.number();
            }
            String shown = console.said(format.show(request, to));
            console.out().print(console.coloursOutput() ? RequestColours.paint(format, shown) : shown);
            return ExitCode.OK.number();
        }
    }
}
