package dev.cuecard.cli.prompt;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.PromptSchemas;
import dev.cuecard.check.define.WireErrors;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.schema.generate.Wire;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cuecard schema FILE}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a prompt's output, or another view of its types.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  cuecard schema prompts/sentiment.prompt",
            "  cuecard schema prompts/sentiment.prompt --shape"
        })
public final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The prompt file, or - for standard input.")
    private String file = "";

    @ArgGroup
    private View view = new View();

    /** One of these, or none. */
    static final class View {
        @Option(names = "--input", description = "The JSON Schema of the inputs, as one object.")
        private boolean input;

        @Option(names = "--wire", description = "The schema as json(strict) sends it to the API.")
        private boolean wire;

        @Option(names = "--shape", description = "The sketch that shape() puts into a message.")
        private boolean shape;
    }

    public SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandStopped {
        try (PromptEngine engine = Engines.offline(console)) {
            Prompt prompt = Loading.prompt(console, engine, file);
            PromptSchemas schemas = prompt.schemas();
            if (view.shape) {
                console.out().println(schemas.shape());
            } else if (view.wire) {
                return wire(prompt).number();
            } else {
                console.out().println(JsonText.pretty(view.input ? schemas.input() : schemas.output(), 2));
            }
            return ExitCode.OK.number();
        }
    }

    private ExitCode wire(Prompt prompt) {
        Wire wire = prompt.schemas().wire();
        Span asked = prompt.checked().output().head();
        Span at = asked == null ? prompt.checked().source().span(0, 0) : asked;
        console.report(WireErrors.of(wire, at));
        wire.rewritten().forEach(line -> console.err().println("note: left out: " + line));
        console.out().println(JsonText.pretty(wire.schema(), 2));
        return wire.canBeSent() ? ExitCode.OK : ExitCode.MISTAKE;
    }
}
