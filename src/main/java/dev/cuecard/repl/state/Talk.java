package dev.cuecard.repl.state;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.repl.Reaction;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.SessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what is said to one thing that was submitted, and how it ends. Belongs to the session's thread. */
public final class Talk {

    private final SessionListener listener;
    private final List<Said> said = new ArrayList<>();
    private ExitCode exitCode = ExitCode.OK;

    private UnaryOperator<Diagnostic> told = UnaryOperator.identity();

    /** With who hears of what takes its time. */
    public Talk(SessionListener listener) {
        this.listener = listener;
    }

    /** Hears of what takes its time. */
    public SessionListener listener() {
        return listener;
    }

    /** Says something. */
    public void say(Said what) {
        said.add(what);
    }

    /** Says what was asked for, as lines. */
    public void text(String lines) {
        say(new Said.Text(lines));
    }

    /** Gives a value. */
    public void value(@Nullable String type, Json json) {
        say(new Said.Value(type, json));
    }

    /** Says what the session did. */
    public void notice(String line) {
        say(new Said.Notice(line));
    }

    /** From now on it tells what this makes of a finding. */
    public void telling(UnaryOperator<Diagnostic> way) {
        told = way;
    }

    /** Tells findings, if there are any; errors among them do not end anything. */
    public void findings(List<Diagnostic> findings) {
        if (!findings.isEmpty()) {
            List<Diagnostic> here = findings.stream().map(Talk::here).map(told).toList();
            say(new Said.Findings(here.stream().sorted(Diagnostic.BY_PLACE).toList()));
        }
    }

    /** Tells what is wrong: nothing that follows is done. */
    public void mistake(Diagnostic mistake) {
        mistakes(List.of(mistake));
    }

    /** Tells what is wrong: nothing that follows is done. */
    public void mistakes(List<Diagnostic> mistakes) {
        findings(mistakes);
        ends(ExitCode.MISTAKE);
    }

    /** Tells that a command is used in a wrong way: nothing that follows is done. */
    public void wrongUse(Diagnostic mistake) {
        findings(List.of(mistake));
        ends(ExitCode.USAGE);
    }

    /** Says how it ends, unless it ended worse before. */
    public void ends(ExitCode code) {
        if (exitCode == ExitCode.OK) {
            exitCode = code;
        }
    }

    /** Whether nothing that follows is to be done. */
    public boolean hasFailed() {
        return exitCode != ExitCode.OK;
    }

    /** Whether the person leaves. */
    public boolean quits() {
        return said.stream().anyMatch(Said.Quit.class::isInstance);
    }

    /** All of it so far, which is not said again. */
    public Reaction taken() {
        Reaction so = reaction();
        said.clear();
        return so;
    }

    /** All of it. */
    public Reaction reaction() {
        return new Reaction(said, exitCode.number());
    }

    /** A finding whose way on is an option of a command line, with the way on in a session. */
    public static Diagnostic here(Diagnostic finding) {
        String help = finding.help();
        if (help != null && finding.code() == Code.P401 && help.contains("--var ")) {
            help = help.replace("pass it with `--var ", "give it a value: `")
                    .replace("pass them with `--var ", "give them values: `")
                    .replace(" --var ", "`, `")
                    .replace("=...", " = …");
        } else if (help != null) {
            help = help.replace("--model ", ":model ");
        }
        List<String> notes = finding.notes().stream()
                .map(note -> note.replace("`--model ", "`:model "))
                .toList();
        return new Diagnostic(
                finding.severity(),
                finding.code(),
                finding.message(),
                finding.primary(),
                finding.secondary(),
                notes,
                help);
    }
}
