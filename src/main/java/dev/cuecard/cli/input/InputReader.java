package dev.cuecard.cli.input;

import dev.cuecard.Prompt;
import dev.cuecard.PromptException;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Given;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.schema.Types;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the inputs of a prompt of what the command line says. */
public final class InputReader {

    private final Console console;
    private final Prompt prompt;
    private final Map<String, Given> given = new LinkedHashMap<>();

    private InputReader(Console console, Prompt prompt) {
        this.console = console;
        this.prompt = prompt;
    }

    /** The inputs: those of the test, over them those of the file, over them the single ones. */
    public static Map<String, Given> read(Console console, Prompt prompt, InputOptions options) throws CommandStopped {
        InputReader reader = new InputReader(console, prompt);
        if (options.test() != null) {
            reader.test(options.test());
        }
        if (options.varsFile() != null) {
            reader.document(options.varsFile());
        }
        for (String pair : options.varFiles()) {
            String[] parts = reader.split("--var-file", pair);
            reader.given.put(parts[0], reader.fileValue(parts[0], parts[1]));
        }
        for (String pair : options.vars()) {
            String[] parts = reader.split("--var", pair);
            reader.given.put(parts[0], reader.value(parts[0], parts[1], "--var " + parts[0]));
        }
        return reader.given;
    }

    private void test(String name) throws CommandStopped {
        if (!prompt.tests().contains(name)) {
            String near = Nearest.of(name, prompt.tests());
            String known = prompt.tests().isEmpty()
                    ? "it has no tests; give its inputs with `--var`"
                    : "its tests: " + Quoted.choices(name, prompt.tests());
            throw new WrongUse(
                            Quoted.of(prompt.name()) + " has no test " + Quoted.of(name),
                            near == null ? known : "did you mean " + Quoted.of(near) + "?")
                    .stop(console);
        }
        try {
            given.putAll(prompt.inputsOf(name));
        } catch (PromptException mistakes) {
            console.report(mistakes.findings());
            throw new CommandStopped(ExitCode.MISTAKE);
        }
    }

    private void document(String path) throws CommandStopped {
        Source source = FileText.read(console, path);
        JsonReading reading = JsonText.parse(source);
        if (reading instanceof JsonReading.Malformed malformed) {
            console.report(CliErrors.varsNotJson(malformed));
            throw new CommandStopped(ExitCode.MISTAKE);
        } else if (reading instanceof JsonReading.Parsed parsed) {
            if (!(parsed.document().value() instanceof Json.Obj)) {
                console.report(CliErrors.varsNoObject(parsed.document()));
                throw new CommandStopped(ExitCode.MISTAKE);
            }
            given.putAll(Given.members(parsed.document()));
        }
    }

    private String[] split(String option, String pair) throws CommandStopped {
        int sign = pair.indexOf('=');
        if (sign <= 0) {
            throw new WrongUse(
                            "`" + option + "` takes a name and a value, got `" + pair + "`",
                            "write `" + option + " " + (sign == 0 ? "name" : pair) + "=...`")
                    .stop(console);
        }
        return new String[] {pair.substring(0, sign), pair.substring(sign + 1)};
    }

    private Given fileValue(String name, String path) throws CommandStopped {
        CheckedInput input = prompt.input(name);
        if (input != null && Pictures.isPicture(input.type())) {
            return Given.of(Json.of(Pictures.dataUrl(console, path)));
        }
        String text = FileText.read(console, path).text();
        int end = text.endsWith("\r\n") ? text.length() - 2 : text.endsWith("\n") ? text.length() - 1 : text.length();
        return value(name, text.substring(0, end), path);
    }

    /** A text read by the input's type: where the text itself will do it is a string, else it is read as JSON. */
    private Given value(String name, String text, String from) {
        CheckedInput input = prompt.input(name);
        Given asString = Given.of(Json.of(text));
        if (input != null && (Pictures.isPicture(input.type()) || Types.fits(asString.value(), input.type()))) {
            return asString;
        }
        return JsonText.parse(new Source(from, text)) instanceof JsonReading.Parsed parsed
                ? Given.of(parsed.document())
                : asString;
    }
}
