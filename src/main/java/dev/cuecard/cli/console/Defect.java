package dev.cuecard.cli.console;

import dev.cuecard.data.Version;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A defect of Cuecard itself: the user learns that it is one, the trace is for who asks for it. */
public final class Defect {

    /** The option of every command that asks for the trace. */
    public static final String OPTION = "--debug";

    private Defect() {}

    /** What is said of it, in lines. */
    public static String text(Throwable defect, boolean debug) {
        StringWriter text = new StringWriter();
        text.append("error: this is a defect in cuecard ").append(Version.text());
        text.append(", not in what it was given\n  = help: ");
        if (debug) {
            text.append("report it with what follows\n");
            defect.printStackTrace(new PrintWriter(text, true));
        } else {
            text.append("run it again with `").append(OPTION).append("` and report what it prints\n");
        }
        return text.toString();
    }
}
