package dev.cuecard.check.model;

import dev.cuecard.data.Json;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of its model that the model, by what is known of it, does not take. Where it is written is for
 * others to say: a prompt declares it, or a run brings it along.
 *
 * @param kind of which kind
 * @param setting the setting that asks for it, or null where the messages or the output do
 * @param what what is not taken, as it follows "does not take"
 * @param label what is said at the setting
 * @param note why, or null
 * @param help what can be done, or null
 */
public record Demand(
        Kind kind,
        @Nullable String setting,
        String what,
        String label,
        @Nullable String note,
        @Nullable String help) {

    /** The kinds of demands that a model may refuse. */
    public enum Kind {
        /** The older name of the bound of a reply. */
        OLD_BOUND,
        /** An effort that it has not. */
        EFFORT,
        /** Settings of sampling beside thinking. */
        SAMPLING,
        /** Tools beside thinking. */
        TOOLS,
        /** A bound beyond its own. */
        TOKENS,
        /** A schema to follow. */
        SCHEMA,
        /** Pictures. */
        PICTURES;

        /** Whether it is the value of the setting that is refused, and not the setting as such. */
        boolean isOfValue() {
            return this == EFFORT || this == TOOLS || this == TOKENS;
        }
    }

    /** What a model takes that thinks only when it is told not to. */
    private static final List<String> SAMPLING =
            List.of("temperature", "top_p", "presence_penalty", "frequency_penalty");

    private static final String EFFORT = "reasoning_effort";

    /**
     * The demands of a request.
     *
     * @param model what is known of the model
     * @param set the request parameters
     * @param tools whether the model may call tools
     * @param schema whether the reply is to follow a schema
     * @param pictures whether a message has a picture
     */
    public static List<Demand> of(
            ModelFacts model, Map<String, Json> set, boolean tools, boolean schema, boolean pictures) {
        List<Demand> demands = new ArrayList<>();
        String effort = set.get(EFFORT) instanceof Json.Str text ? text.value() : null;
        if (!model.reasoningEfforts().isEmpty()) {
            demands.addAll(ofThinking(model, set, effort));
        }
        if (tools
                && effort != null
                && !model.toolEfforts().isEmpty()
                && !model.toolEfforts().contains(effort)) {
            demands.add(toolsWhileThinking(model));
        }
        demands.addAll(tooManyTokens(model, set));
        if (schema && Boolean.FALSE.equals(model.structuredOutputs())) {
            demands.add(new Demand(
                    Kind.SCHEMA,
                    null,
                    "a schema for its replies",
                    "sends one",
                    null,
                    "write `output json`, without `strict`"));
        }
        if (pictures && Boolean.FALSE.equals(model.images())) {
            demands.add(new Demand(Kind.PICTURES, null, "pictures", "a picture", null, null));
        }
        return demands;
    }

    private static List<Demand> ofThinking(ModelFacts model, Map<String, Json> set, @Nullable String effort) {
        List<Demand> demands = new ArrayList<>();
        if (set.containsKey("max_tokens")) {
            demands.add(new Demand(
                    Kind.OLD_BOUND,
                    "max_tokens",
                    "`max_tokens`",
                    "for models that do not think",
                    "of a model that thinks, the tokens of its thoughts count, too",
                    "write `max_completion_tokens`"));
        }
        if (effort != null && !model.reasoningEfforts().contains(effort)) {
            demands.add(new Demand(
                    Kind.EFFORT,
                    EFFORT,
                    "the effort " + Quoted.of(effort),
                    "not one of its efforts",
                    "it takes " + Quoted.list(model.reasoningEfforts()),
                    null));
        } else if (!"none".equals(effort)) {
            SAMPLING.stream().filter(set::containsKey).forEach(name -> demands.add(sampling(name)));
        }
        return demands;
    }

    private static Demand sampling(String name) {
        return new Demand(
                Kind.SAMPLING,
                name,
                Quoted.of(name) + " while it thinks",
                "for models that do not think",
                null,
                "remove it, or write `reasoning_effort = \"none\"`");
    }

    private static Demand toolsWhileThinking(ModelFacts model) {
        return new Demand(
                Kind.TOOLS,
                EFFORT,
                "tools while it thinks",
                "this has it think",
                "with tools it takes the efforts " + Quoted.list(model.toolEfforts()),
                "write `reasoning_effort = \"" + model.toolEfforts().get(0) + "\"`");
    }

    private static List<Demand> tooManyTokens(ModelFacts model, Map<String, Json> set) {
        Long most = model.maxOutput();
        if (most == null) {
            return List.of();
        }
        return List.of("max_completion_tokens", "max_tokens").stream()
                .filter(name -> set.get(name) instanceof Json.Num number
                        && number.value().compareTo(BigDecimal.valueOf(most)) > 0)
                .map(name -> new Demand(
                        Kind.TOKENS,
                        name,
                        "so many tokens",
                        "over its limit",
                        "its replies have at most " + most + " tokens",
                        null))
                .toList();
    }

    /** The mistake where no place can be shown, since the model or the setting was given for this run. */
    public Diagnostic withoutPlace(ModelFacts model, @Nullable Json value) {
        Diagnostic.Builder error = Diagnostic.error(Code.P318, message(model));
        if (setting != null && value != null) {
            error.note("this run has " + Quoted.of(setting + " = " + value));
        }
        return finished(error);
    }

    /** The sentence. */
    String message(ModelFacts model) {
        return Quoted.of(model.name()) + " does not take " + what;
    }

    /** With the note and the help. */
    Diagnostic finished(Diagnostic.Builder error) {
        if (note != null) {
            error.note(note);
        }
        return error.help(help).done();
    }
}
