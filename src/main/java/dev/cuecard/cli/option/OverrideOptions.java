package dev.cuecard.cli.option;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command changes of the prompt's model. */
public final class OverrideOptions {

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The model to ask instead of the prompt's own; `sim` is the built-in simulator.")
    private @Nullable String model;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A model parameter, such as temperature=0.2. Repeatable.")
    private List<String> settings = new ArrayList<>();

    @Nullable
    public String model() {
        return model;
    }

    List<String> settings() {
        return settings;
    }
}
