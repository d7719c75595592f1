package dev.cuecard.cli.input;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the inputs of a prompt are given, wherever a command takes them. */
public final class InputOptions {

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "An input, read by its declared type; a string needs no quotes. Repeatable.")
    private List<String> vars = new ArrayList<>();

    @Option(
            names = "--var-file",
            paramLabel = "NAME=PATH",
            description = "The same, from a file (less one final newline). Repeatable.")
    private List<String> varFiles = new ArrayList<>();

    @Option(names = "--vars", paramLabel = "FILE", description = "Inputs from a JSON object; - is standard input.")
    private @Nullable String varsFile;

    @Option(
            names = "--test",
            paramLabel = "NAME",
            description = "The inputs (and stubs) of that test of the prompt; the other options replace single ones.")
    private @Nullable String test;

    public List<String> vars() {
        return vars;
    }

    public List<String> varFiles() {
        return varFiles;
    }

    @Nullable
    public String varsFile() {
        return varsFile;
    }

    @Nullable
    public String test() {
        return test;
    }
}
