package dev.cuecard.repl;

import dev.cuecard.Result;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.HostNames;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelTable;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.PromptFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of a session at one moment. Immutable.
 *
 * @param tree the session's prompt as it is written
 * @param prompt the same without mistakes, or null as long as something is missing that a prompt needs
 * @param inputs the values that inputs are bound to, by their names
 * @param last the result of the last run, or null before the first
 * @param output the type of the last valid output, or null when there is none
 * @param model the model that would be asked, or null when none is named
 * @param tokens the tokens of all runs so far, as far as they are known
 * @param file the file that the prompt was loaded from or saved to, or null
 * @param changed whether the prompt is not as it stands in that file
 * @param chatting whether each line is a turn of a conversation
 * @param folder where file names begin
 * @param commands all commands, by their names
 * @param known what is known beside the prompt
 */
public record SessionView(
        PromptFile tree,
        @Nullable CheckedPrompt prompt,
        Map<String, Json> inputs,
        @Nullable Result last,
        @Nullable Type output,
        @Nullable String model,
        long tokens,
        @Nullable Path file,
        boolean changed,
        boolean chatting,
        Path folder,
        List<CommandInfo> commands,
        Known known) {

    /**
     * What is known where the prompt stands.
     *
     * @param models models
     * @param host functions and filters of the host, those that the project declares too
     * @param imports what a file holds that an import of the prompt could name by that path, or null when it cannot be
     *     read; reads it each time
     * @param typeOf the type of an expression that could be submitted now, or null when it has a mistake; cheap enough to
     *     be asked for each key that is pressed
     */
    public record Known(
            ModelTable models,
            HostNames host,
            Function<String, @Nullable PromptFile> imports,
            Function<String, @Nullable Type> typeOf) {

        /** Nothing beyond the models that Cuecard knows by itself. */
        public static final Known NOTHING =
                new Known(ModelTable.builtIn(), HostNames.NONE, path -> null, expression -> null);
    }

    /** Copies what could change. */
    public SessionView {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        commands = List.copyOf(commands);
    }
}
