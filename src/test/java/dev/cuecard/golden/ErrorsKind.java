package dev.cuecard.golden;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.cli.Cli;
import dev.cuecard.render.Binding;
import dev.cuecard.sim.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Files with mistakes, and exactly what a user sees of them. The case goes as far as it can: it is checked; with
 * {@code .inputs.json} (or one of the following) rendered; with {@code .reply.txt} or {@code .reply.json} (see {@link
 * CannedReply}) that reply is read; with {@code .http}
 * (see {@link Served}), {@code .host.json} (see {@link Hosted}) or the model {@code sim} it is sent; with {@code
 * .interrupted} Ctrl-C is pressed before. Files that it imports stand in a folder of its name.
 */
final class ErrorsKind implements Kind {

    @Override
    public String folder() {
        return "errors";
    }

    @Override
    public String input() {
        return ".prompt";
    }

    @Override
    public List<String> companions() {
        return List.of(
                ".interrupted",
                ".inputs.json",
                ".reply.txt",
                ".reply.json",
                ".http",
                ".args",
                ".vars.json",
                ".stubs.json",
                ".cuecard.json",
                ".host.json",
                ".env",
                ".java");
    }

    @Override
    public List<String> outputs() {
        return List.of(".err");
    }

    @Override
    public Map<String, String> run(Case golden) throws Exception {
        if (golden.has(".args") || golden.has(".cuecard.json")) {
            return Map.of(".err", command(golden));
        }
        if (golden.has(".host.json")) {
            return Map.of(".err", Hosted.shown(golden));
        }
        if (golden.has(".java")) {
            return Map.of(".err", JavaProgram.run(golden));
        }
        Pipeline pipeline = new Pipeline();
        UnaryOperator<String> masked = UnaryOperator.identity();
        CheckedPrompt prompt = pipeline.check(golden);
        if (prompt != null && companions().stream().anyMatch(golden::has)) {
            Binding binding = pipeline.bind(prompt, golden.sourceOrNull(".inputs.json"));
            ChatRequest request = pipeline.render(prompt, binding).request();
            ChatReply reply = CannedReply.of(golden);
            if (request != null && reply != null) {
                pipeline.read(prompt, binding, reply, request.model(), false);
            } else if (request != null && golden.has(".http")) {
                Served served = Served.of(golden);
                pipeline.ask(prompt, binding, request, served::ask);
                masked = served::masked;
            } else if (request != null && Simulator.MODEL.equals(request.model())) {
                pipeline.ask(prompt, binding, request, sent -> Pipeline.simulate(prompt, binding, sent));
            }
        }
        String shown = masked.apply(pipeline.shown());
        return shown.isEmpty() ? Map.of() : Map.of(".err", shown);
    }

    /**
     * What a command prints for the person; {@code .args} holds its arguments, a line each, {@code NAME.prompt} is it;
     * {@code .env} holds environment variables, each {@code NAME=value}.
     * With a {@code .cuecard.json} the command is {@code check} if not said, and both stand alone in a project.
     */
    private static String command(Case golden) throws Exception {
        if (!golden.has(".cuecard.json")) {
            return command(golden, golden.folder().toAbsolutePath());
        }
        Path project = Files.createTempDirectory("golden");
        Path prompt = project.resolve(golden.name() + ".prompt");
        Path configuration = project.resolve("cuecard.json");
        try {
            Files.writeString(prompt, golden.text(".prompt"));
            Files.writeString(configuration, golden.text(".cuecard.json"));
            return command(golden, project);
        } finally {
            Files.deleteIfExists(prompt);
            Files.deleteIfExists(configuration);
            Files.delete(project);
        }
    }

    private static String command(Case golden, Path project) throws Exception {
        String folder = project + "/";
        String text = golden.has(".args") ? golden.text(".args") : "check\n" + golden.name() + ".prompt\n";
        String[] arguments = text.lines()
                .map(line -> line.matches(Pattern.quote(golden.name()) + "[./].*") ? folder + line : line)
                .toArray(String[]::new);
        Cli cli = golden.has(".interrupted") ? new Cli().interrupt() : new Cli();
        if (golden.has(".env")) {
            golden.text(".env").lines().map(line -> line.split("=", 2)).forEach(set -> cli.with(set[0], set[1]));
        }
        return cli.run(arguments).err().replace(folder, "");
    }
}
