package dev.cuecard.cli.prompt;

import dev.cuecard.Result;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Notices;
import dev.cuecard.cli.option.ReadingOptions;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.output.Envelope;
import dev.cuecard.output.Summary;
import dev.cuecard.render.Omitted;
import dev.cuecard.repl.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows a result: the output to the program, all else to the person. */
final class ResultPrinter {

    private final Console console;
    private final ReadingOptions.Format format;

    ResultPrinter(Console console, ReadingOptions.Format format) {
        this.console = console;
        this.format = format;
    }

    /** Shows it, and says how the command ends. */
    ExitCode print(Result result) {
        ExitCode code = printRest(result);
        if (format == ReadingOptions.Format.envelope) {
            console.out().println(console.said(JsonText.pretty(result.envelope().toJson(), 2)));
        } else if (result.isValid()) {
            Json output = result.output();
            console.out()
                    .println(console.said(output instanceof Json.Str text ? text.value() : JsonText.pretty(output, 2)));
        }
        return code;
    }

    /** Shows all but the output, which has been shown before. */
    ExitCode printRest(Result result) {
        Envelope envelope = result.envelope();
        for (Omitted omitted : envelope.omitted()) {
            console.err().println(Notices.of(omitted));
        }
        console.report(result.findings());
        Map<String, Integer> recoveries = new LinkedHashMap<>();
        envelope.recoveries().forEach(recovery -> recoveries.merge(recovery.message(), 1, Integer::sum));
        recoveries.forEach((message, count) -> console.err()
                .println("note: the reply was read after a recovery: " + message
                        + (count == 1 ? "" : " (" + count + " times)")));
        if (!envelope.attempts().isEmpty()) {
            console.err().println(Summary.of(envelope));
        }
        return ExitCode.of(envelope.outcome());
    }
}
