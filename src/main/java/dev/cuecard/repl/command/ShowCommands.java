package dev.cuecard.repl.command;

import dev.cuecard.Prompt;
import dev.cuecard.PromptSchemas;
import dev.cuecard.Rendering;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.route.Destination;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.render.Binder;
import dev.cuecard.render.show.RequestFormat;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.draft.Draft;
import dev.cuecard.repl.state.Compiled;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.State;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that show what the session holds. */
final class ShowCommands {

    private static final String SCHEMA = ":schema [output|input|wire|shape]";
    private static final String RENDER = ":render [text|json|curl]";

    private ShowCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "show",
                        Argument.NONE,
                        ":show",
                        "shows the prompt, formatted, as `:save` writes it",
                        List.of(),
                        (bench, talk, words) -> talk.say(new Said.PromptText(
                                bench.state().draft().formatted().stripTrailing()))),
                Command.of(
                        "vars",
                        Argument.NONE,
                        ":vars",
                        "lists the inputs with their types and values",
                        List.of(
                                "`name = value` gives an input a value; `history = [user \"…\", assistant \"…\"]`, too."),
                        ShowCommands::vars),
                Command.of(
                        "schema",
                        Argument.WORD,
                        SCHEMA,
                        "prints the JSON Schema of the output, or another view of the types",
                        List.of(
                                "input: of the inputs, as one object",
                                "wire: as json(strict) sends it to the API",
                                "shape: the sketch that shape() puts into a message"),
                        ShowCommands::schema),
                Command.of(
                        "render",
                        Argument.WORD,
                        RENDER,
                        "shows the request that `:run` would send; sends nothing",
                        List.of(
                                "text: a transcript to read",
                                "json: the exact body",
                                "curl: a command to paste; the key stays $OPENAI_API_KEY"),
                        ShowCommands::render));
    }

    private static void vars(Workbench bench, Talk talk, Words words) {
        State state = bench.state();
        List<String> heads = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (CheckedInput input : state.compiled().inputs()) {
            heads.add(input.name() + (input.optional() ? "?" : "") + ": " + (input.untrusted() ? "untrusted " : "")
                    + Types.show(input.type()));
            Json bound = state.bound().get(input.name());
            values.add(bound == null ? otherwise(input) : "= " + Quoted.cut(JsonText.compact(bound)));
        }
        if (state.bound().get(Binder.HISTORY) instanceof Json.Arr turns) {
            heads.add(Binder.HISTORY);
            int count = turns.items().size();
            values.add(count == 1 ? "1 turn" : count + " turns");
        }
        if (heads.isEmpty()) {
            talk.notice("the prompt has no inputs; `var name: string` declares one");
            return;
        }
        int width = heads.stream().mapToInt(ShowCommands::points).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < heads.size(); i++) {
            String head = heads.get(i);
            lines.append(i == 0 ? "" : "\n")
                    .append(head)
                    .append(" ".repeat(width - points(head) + 2))
                    .append(values.get(i));
        }
        talk.text(lines.toString());
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String otherwise(CheckedInput input) {
        if (input.value() != null) {
            return "default " + Quoted.cut(input.value().span().text());
        }
        return input.optional() ? "not given" : "no value yet";
    }

    private static void schema(Workbench bench, Talk talk, Words words) {
        String view = words.isBare() ? "output" : words.text();
        if (!List.of("output", "input", "wire", "shape").contains(view)) {
            talk.wrongUse(SessionErrors.argumentWrong(words.bare(), SCHEMA, "there is no view " + Quoted.of(view)));
            return;
        }
        Prompt prompt = readable(bench, talk);
        if (prompt == null) {
            return;
        }
        PromptSchemas schemas = prompt.schemas();
        switch (view) {
            case "input" -> talk.value(null, schemas.input());
            case "shape" -> talk.text(schemas.shape());
            case "wire" -> {
                talk.value(null, schemas.wire().schema());
                schemas.wire().rewritten().forEach(line -> talk.notice("left out: " + line));
            }
            default -> talk.value(null, schemas.output());
        }
    }

    /** The prompt; of one that only lacks a message, the same with one. Null, and why has been said, where there is none. */
    private static @Nullable Prompt readable(Workbench bench, Talk talk) {
        State state = bench.state();
        if (state.prompt() != null) {
            return state.prompt();
        }
        Draft whole = Draft.of(state.draft().source().name(), state.draft().text() + "\nuser \"JSON\"\n");
        Compiled compiled =
                bench.compile(whole, state.file() == null ? null : state.file().path());
        return compiled.prompt() == null ? runnable(bench, talk) : compiled.prompt();
    }

    /** The prompt, or null when something is missing; what it is has been said then. */
    static @Nullable Prompt runnable(Workbench bench, Talk talk) {
        State state = bench.state();
        if (state.prompt() == null) {
            List<Diagnostic> errors = state.compiled().findings().stream()
                    .filter(Diagnostic::isError)
                    .toList();
            talk.mistakes(
                    errors.isEmpty()
                            ? List.of(SessionErrors.library(state.draft().source()))
                            : errors);
        }
        return state.prompt();
    }

    private static void render(Workbench bench, Talk talk, Words words) {
        String format = words.isBare() ? "text" : words.text();
        if (!List.of("text", "json", "curl").contains(format)) {
            talk.wrongUse(SessionErrors.argumentWrong(words.bare(), RENDER, "there is no form " + Quoted.of(format)));
            return;
        }
        ChatRequest request = request(bench, talk);
        Prompt prompt = bench.state().prompt();
        if (request == null || prompt == null) {
            return;
        }
        Destination to = prompt.destination(request.model() == null ? "" : request.model());
        if (format.equals("curl") && to.refusal() != null) {
            // Whoever pastes the command would send the key there.
            talk.mistake(to.refusal());
        } else if (format.equals("json")) {
            talk.value(null, request.toJson());
        } else {
            talk.text(RequestFormat.valueOf(format).show(request, to).stripTrailing());
        }
    }

    /** The request, or null when there is none; why has been said then. */
    static @Nullable ChatRequest request(Workbench bench, Talk talk) {
        Prompt prompt = runnable(bench, talk);
        if (prompt == null) {
            return null;
        }
        Rendering rendering = prompt.render(bench.state().given(), bench.state().options());
        if (rendering.request() == null) {
            talk.mistakes(rendering.findings());
        } else {
            talk.findings(rendering.findings());
            omitted(talk, rendering);
        }
        return rendering.request();
    }

    static void omitted(Talk talk, Rendering rendering) {
        rendering
                .omitted()
                .forEach(one -> talk.notice(
                        "a " + Quoted.of(one.role()) + " message is left out, since it is blank: " + one.at()));
    }
}
