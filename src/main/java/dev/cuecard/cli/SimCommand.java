package dev.cuecard.cli;

import dev.cuecard.CheckResult;
import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.check.files.PromptFinder;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.console.Shared;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.cli.option.FaultReader;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.sim.Known;
import dev.cuecard.sim.SimOptions;
import dev.cuecard.sim.SimServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cuecard sim}. */
@Command(
        name = "sim",
        description = {
            "Runs the simulator as a Chat Completions server on this machine, until it is interrupted.",
            "",
            "Its replies are made up: they fit a json_schema, and for JSON mode the prompts that are named here. "
                    + "The tools that a request offers are called before it answers. The base URL is printed to stdout once it listens."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  cuecard sim --port 8081 prompts",
            "  OPENAI_BASE_URL=http://127.0.0.1:8081/v1 cuecard run prompts/hello.prompt",
            "  cuecard sim --fault 429@0.3 --fault cut-stream@0.1 --seed 7",
            "",
            "Faults of the model:",
            "  truncate        the reply ends in its middle, at the limit of tokens",
            "  fence           the reply stands in a code fence",
            "  prose           there is prose around the reply",
            "  wrong-type      a field of a JSON reply has another type",
            "  missing-field   a field of a JSON reply is missing",
            "  empty           the reply is an empty text",
            "  refusal         the model refuses to answer",
            "  content-filter  a content filter withholds the reply",
            "Faults of the server:",
            "  401             401: the key is not accepted",
            "  429             429: too many requests, with a wait of one second",
            "  quota           429: the quota is used up",
            "  500             500: the server has a fault",
            "  503             503: the server is overloaded",
            "  html            200 with a web page",
            "  empty-body      200 with an empty body",
            "  error-in-reply  200 with an error in the body, of a stream in its middle",
            "  cut-stream      the connection ends in the middle of the body or stream",
            "  stall           nothing more comes after the first part of the body or stream",
            "  no-reply        the connection is closed without a reply"
        })
final class SimCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Prompts whose outputs JSON mode should fit: files or folders.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--port", paramLabel = "N", description = "Where to listen; 0, the default, takes a free one.")
    private int port;

    @Option(names = "--latency", paramLabel = "MS", description = "Milliseconds that each reply is held back.")
    private int latency;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed gives other replies; default: 0.")
    private long seed;

    @Option(
            names = "--fault",
            paramLabel = "NAME[@RATE]",
            description =
                    "Something that goes wrong, of all requests or of a share of them (429@0.3); repeatable. The seed "
                            + "decides which. See below for the names.")
    private List<String> faults = new ArrayList<>();

    SimCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, CommandStopped {
        if (port < 0 || port > 0xFFFF || latency < 0) {
            new WrongUse("a port is from 0 to 65535, a latency is not negative", "write `--port 8081 --latency 200`")
                    .print(console.err());
            return ExitCode.USAGE.number();
        }
        SimOptions options = SimOptions.defaults()
                .withPort(port)
                .withSeed(seed)
                .withLatency(Duration.ofMillis(latency))
                .withFaults(FaultReader.read(console, faults))
                .withKnown(prompts().stream()
                        .map(prompt -> Known.of(prompt.checked()))
                        .filter(Objects::nonNull)
                        .toList());
        try (SimServer server = SimServer.start(options)) {
            console.out().println(server.baseUri());
            console.out().flush();
            console.err().println("the simulator listens at " + server.baseUri() + "; Ctrl-C ends it");
            console.err().flush();
            new CountDownLatch(1).await();
            return ExitCode.OK.number();
        } catch (BindException e) {
            boolean taken = String.valueOf(e.getMessage()).contains("in use");
            new WrongUse(
                            "port " + port + " cannot be had: "
                                    + (taken ? "another program listens there" : "the system does not allow it"),
                            "leave `--port` out to take a free one")
                    .print(console.err());
            return ExitCode.USAGE.number();
        }
    }

    private List<Prompt> prompts() throws CommandStopped {
        List<Prompt> prompts = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        // Rendering needs no model, and so neither a key nor a connection.
        try (PromptEngine engine = Engines.offline(console)) {
            for (String path : paths) {
                for (Path file : PromptFinder.below(FileText.path(console, path))) {
                    CheckResult result = engine.check(file);
                    findings.addAll(result.findings());
                    result.prompt().ifPresent(prompts::add);
                }
            }
        }
        console.report(Shared.once(findings));
        if (Diagnostic.stops(findings)) {
            throw new CommandStopped(ExitCode.MISTAKE);
        }
        return prompts;
    }
}
