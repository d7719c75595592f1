package dev.cuecard.repl.command;

import dev.cuecard.check.model.SettingValues;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.State;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import dev.cuecard.sim.Simulator;
import dev.cuecard.syntax.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The commands that say which model is asked, and how. The prompt itself stays as it is. */
final class ModelCommands {

    private static final String MODEL = ":model [NAME|-]";
    private static final String SET = ":set [NAME=VALUE]";
    private static final String EXTRA = "extra.";

    private ModelCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "model",
                        Argument.MODEL,
                        MODEL,
                        "asks another model than the prompt says; without a name, says which is asked",
                        List.of(
                                "`:model sim` is the built-in simulator: no key, no network.",
                                "`:model -` goes back to the prompt's own. `model \"…\"` changes the prompt itself."),
                        ModelCommands::model),
                Command.of(
                        "set",
                        Argument.SETTING,
                        SET,
                        "sets a parameter of the model; without one, lists what is set",
                        List.of(
                                "`:set temperature=0.2` · `:set temperature=` takes it back",
                                "`:set extra.vendor_option=3` sends what only a vendor knows."),
                        ModelCommands::set));
    }

    private static void model(Workbench bench, Talk talk, Words words) {
        State state = bench.state();
        String name = words.text();
        if (words.isBare()) {
            String wanted = state.wantedModel();
            talk.text(wanted == null ? "no model is named" : wanted + from(state));
            return;
        } else if (name.chars().anyMatch(Character::isWhitespace)) {
            talk.wrongUse(SessionErrors.argumentWrong(words.bare(), MODEL, "a model's name has no blanks"));
            return;
        }
        @Nullable String other = name.equals("-") ? null : unquoted(name);
        State next = state.withModel(other);
        bench.change(next, other == null ? "going back to the prompt's own model" : "the model " + Quoted.of(other));
        String wanted = next.wantedModel();
        talk.notice(wanted == null ? "no model is named now" : "asks " + Quoted.of(wanted) + from(next));
        if (other != null && !other.equals(Simulator.MODEL) && !other.contains("/") && find(state, other) == null) {
            talk.notice("nothing is known of " + Quoted.of(other) + ": neither its window nor its prices");
        }
    }

    private static @Nullable ModelFacts find(State state, String name) {
        ModelTable models =
                state.prompt() == null ? ModelTable.builtIn() : state.prompt().models();
        return models.find(name);
    }

    private static String unquoted(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    private static String from(State state) {
        return state.model() == null ? ", as the prompt says" : "";
    }

    private static void set(Workbench bench, Talk talk, Words words) {
        State state = bench.state();
        Span whole = words.bare();
        int sign = whole.text().indexOf('=');
        if (words.isBare()) {
            list(talk, state);
        } else if (sign <= 0) {
            talk.wrongUse(SessionErrors.argumentWrong(
                    whole, ":set temperature=0.2", "a parameter is set by its name, `=` and its value"));
        } else {
            Span name = trimmed(whole.source().span(whole.start(), whole.start() + sign));
            Span value = trimmed(whole.source().span(whole.start() + sign + 1, whole.end()));
            set(bench, talk, name, value);
        }
    }

    private static void list(Talk talk, State state) {
        if (state.settings().isEmpty()) {
            talk.notice("nothing is set beside what the prompt says");
        } else {
            talk.text(state.settings().entrySet().stream()
                    .map(one -> one.getKey() + "=" + JsonText.compact(one.getValue()))
                    .collect(Collectors.joining("\n")));
        }
    }

    private static void set(Workbench bench, Talk talk, Span name, Span value) {
        State state = bench.state();
        boolean extra = name.text().startsWith(EXTRA) && name.text().length() > EXTRA.length();
        String known = extra ? name.text().substring(EXTRA.length()) : name.text();
        Map<String, Json> settings = new LinkedHashMap<>(state.settings());
        if (value.text().isEmpty()) {
            if (settings.remove(known) == null) {
                talk.mistake(SessionErrors.notNow(name, Quoted.of(known) + " is not set", null));
                return;
            }
            bench.change(state.withSettings(settings), "taking back " + Quoted.of(known));
            return;
        }
        Json json = JsonText.parse(value) instanceof JsonReading.Parsed parsed
                ? parsed.document().value()
                : Json.of(value.text());
        Diagnostic wrong = extra ? null : SettingValues.check(new Name(name, name.text()), json, value);
        if (wrong != null) {
            talk.mistake(wrong);
            return;
        }
        settings.put(known, json);
        bench.change(state.withSettings(settings), "setting " + Quoted.of(known));
    }

    private static Span trimmed(Span span) {
        String text = span.text();
        int start = span.start() + (text.length() - text.stripLeading().length());
        return span.source()
                .span(
                        Math.min(start, span.end()),
                        Math.max(start, span.start() + text.stripTrailing().length()));
    }
}
