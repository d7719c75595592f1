package dev.cuecard.repl.state;

import dev.cuecard.Prompt;
import dev.cuecard.RunOptions;
import dev.cuecard.data.Json;
import dev.cuecard.render.Given;
import dev.cuecard.repl.draft.Draft;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a command may change. Immutable, so that any earlier one can be taken back.
 *
 * @param draft the prompt as it is written
 * @param compiled what the checker makes of it
 * @param file where it was loaded from or saved to, or null
 * @param bound the values of inputs, and of {@code history}
 * @param model the model to ask instead of the prompt's own, or null
 * @param settings parameters of the model that replace or join the prompt's
 * @param chat what a line is in a conversation, or null outside one
 */
public record State(
        Draft draft,
        Compiled compiled,
        @Nullable LoadedFile file,
        Map<String, Json> bound,
        @Nullable String model,
        Map<String, Json> settings,
        @Nullable Chat chat) {

    /**
     * A conversation.
     *
     * @param input the input that a line is the value of, or null where a line is a turn of the history
     */
    public record Chat(@Nullable String input) {}

    /** Copies the maps, in their order. */
    public State {
        bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The prompt, or null as long as something is missing. */
    public @Nullable Prompt prompt() {
        return compiled.prompt();
    }

    /** The same with another prompt. */
    public State with(Draft other, Compiled checked) {
        return new State(other, checked, file, bound, model, settings, chat);
    }

    /** The same in another file. */
    public State in(@Nullable LoadedFile other) {
        return new State(draft, compiled, other, bound, model, settings, chat);
    }

    /** The same with other values of inputs. */
    public State withBound(Map<String, Json> values) {
        return new State(draft, compiled, file, values, model, settings, chat);
    }

    /** The same with a value of an input. */
    public State withBound(String name, Json value) {
        Map<String, Json> more = new LinkedHashMap<>(bound);
        more.put(name, value);
        return withBound(more);
    }

    /** The same with another model, or the prompt's own for null. */
    public State withModel(@Nullable String name) {
        return new State(draft, compiled, file, bound, name, settings, chat);
    }

    /** The same with other parameters. */
    public State withSettings(Map<String, Json> other) {
        return new State(draft, compiled, file, bound, model, other, chat);
    }

    /** The same in a conversation, or outside one for null. */
    public State withChat(@Nullable Chat other) {
        return new State(draft, compiled, file, bound, model, settings, other);
    }

    /** The values as a prompt takes them. */
    public Map<String, Given> given() {
        return Given.all(bound);
    }

    /** What a run does otherwise than the prompt says. */
    public RunOptions options() {
        RunOptions options = RunOptions.DEFAULT.withModel(model);
        for (Map.Entry<String, Json> setting : settings.entrySet()) {
            options = options.withSetting(setting.getKey(), setting.getValue());
        }
        return options;
    }

    /** The model that would be asked, or null when none is named. */
    public @Nullable String wantedModel() {
        Prompt prompt = prompt();
        if (model != null || prompt == null || prompt.checked().model() == null) {
            return model;
        }
        return prompt.checked().model().name();
    }

    /** Whether the prompt is not as it stands in its file; without a file, whether there is anything. */
    public boolean isChanged() {
        return file == null ? !draft.isEmpty() : !file.text().equals(draft.text());
    }
}
