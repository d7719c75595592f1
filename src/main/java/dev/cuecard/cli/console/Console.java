package dev.cuecard.cli.console;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Visible;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What a command may talk to: the three streams and the environment. What is meant for a program goes to {@code out},
 * what is meant for a person to {@code err}.
 *
 * @param in standard input
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param environment the environment variables
 * @param colour whether {@code err} shows colours
 * @param clock what tells the day
 * @param interruption what tells of Ctrl-C
 * @param terminal whether {@code out} is a terminal
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean colour,
        InstantSource clock,
        Interruption interruption,
        BooleanSupplier terminal) {

    /** One whose output goes to no terminal, and that nobody interrupts. */
    public Console(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            boolean colour,
            InstantSource clock) {
        this(in, out, err, environment, colour, clock, new Interruption(), () -> false);
    }

    /**
     * What a model says, as it goes to {@code out}: to a pipe as it is; to a terminal, which would obey some characters, with
     * those escaped.
     */
    public String said(String text) {
        String visible = Visible.lines(text);
        // Asking whether there is a terminal costs more than looking whether that matters.
        return visible.equals(text) || !terminal.getAsBoolean() ? text : visible;
    }

    /** Whether {@code out} shows colours: only on a terminal, never with {@code NO_COLOR}. */
    public boolean coloursOutput() {
        return Terminals.allowsColour(environment) && terminal.getAsBoolean();
    }

    /** Shows findings to the person, the count last; shows nothing when there are none. */
    public void report(List<Diagnostic> findings) {
        if (!findings.isEmpty()) {
            err.print(renderer().render(findings));
        }
    }

    /** Shows one finding to the person. */
    public void report(Diagnostic finding) {
        report(List.of(finding));
    }

    /** Shows one finding among others, without a count. */
    public void show(Diagnostic finding) {
        err.print(renderer().render(finding));
    }

    private DiagnosticRenderer renderer() {
        return colour ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
    }
}
