package dev.cuecard.cli.prompt;

import dev.cuecard.Prompt;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.StreamListener;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Notices;
import dev.cuecard.cli.option.ReadingOptions;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Visible;
import dev.cuecard.output.ToolUse;
import dev.cuecard.render.Given;
import dev.cuecard.repl.ExitCode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Runs a prompt and shows its reply as it arrives. */
final class StreamPrinter implements StreamListener {

    private final Console console;
    private final Prompt prompt;
    private final ReadingOptions.Format format;
    private final boolean isJson;
    private final PrintStream to;
    private boolean shown;
    private boolean endsLine;

    /** Half of a character that came alone: the other half comes with the next piece. */
    private String half = "";

    StreamPrinter(Console console, Prompt prompt, ReadingOptions.Format format) {
        this.console = console;
        this.prompt = prompt;
        this.format = format;
        this.isJson = prompt.checked().output().mode().isJson();
        // With an envelope stdout is for it alone.
        this.to = isJson || format == ReadingOptions.Format.envelope ? console.err() : console.out();
    }

    ExitCode run(Map<String, Given> inputs, RunOptions options) throws InterruptedException {
        // What stands on stdout cannot be taken back.
        RunOptions once = to == console.out() ? options.withReask(0) : options;
        Result result = prompt.stream(inputs, once, this);
        print(half);
        if (!isJson && shown && !endsLine) {
            to.println();
            to.flush();
        }
        ResultPrinter printer = new ResultPrinter(console, format);
        return to == console.out() && shown ? printer.printRest(result) : printer.print(result);
    }

    @Override
    public void text(String more) {
        if (!isJson) {
            shown = true;
            endsLine = more.endsWith("\n");
            String all = half + more;
            char last = all.charAt(all.length() - 1);
            int whole = Character.isHighSurrogate(last) || last == '\r' ? all.length() - 1 : all.length();
            half = all.substring(whole);
            print(all.substring(0, whole));
        }
    }

    /** What goes to the person never moves the cursor; what goes to a program is as it came. */
    private void print(String text) {
        to.print(to == console.out() ? console.said(text) : Visible.lines(text));
        to.flush();
    }

    @Override
    public void value(Json partial) {
        to.println(JsonText.compact(partial));
        to.flush();
    }

    @Override
    public void called(List<ToolUse> uses) {
        if (!isJson && shown && !endsLine) {
            // What the model said before it called is no part of what it says after.
            to.println();
            endsLine = true;
        }
        uses.forEach(use -> console.err().println(Notices.of(use)));
    }

    @Override
    public void again() {
        console.err().println("note: the reply is not valid, and asked for again");
    }
}
