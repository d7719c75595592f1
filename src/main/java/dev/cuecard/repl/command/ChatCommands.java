package dev.cuecard.repl.command;

import dev.cuecard.Prompt;
import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.render.Binder;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.state.LastRun;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.State;
import dev.cuecard.repl.state.State.Chat;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import dev.cuecard.repl.state.Workbench.Change;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations, and how to take back what was done. */
public final class ChatCommands {

    private ChatCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "chat",
                        Argument.NONE,
                        ":chat",
                        "makes each line a turn of a conversation, until `:end`",
                        List.of(
                                "A line is the value of the one text input that is required and has no value, else a user"
                                        + " turn of `history`, else the value of the one required text input.",
                                "What was asked and answered is kept in `history`; `:undo` takes back a turn."),
                        ChatCommands::chat),
                Command.of(
                        "end",
                        Argument.NONE,
                        ":end",
                        "ends the conversation; `history` keeps it",
                        List.of(),
                        ChatCommands::end),
                Command.of(
                        "undo",
                        Argument.NONE,
                        ":undo",
                        "takes back the last change or turn",
                        List.of("What a run has answered stays known, and files stay as they are."),
                        ChatCommands::undo));
    }

    private static void chat(Workbench bench, Talk talk, Words words) {
        State state = bench.state();
        if (state.chat() != null) {
            talk.mistake(SessionErrors.notNow(words.command(), "this is a conversation already", "end it: `:end`"));
            return;
        }
        Prompt prompt = ShowCommands.runnable(bench, talk);
        if (prompt == null) {
            return;
        }
        List<CheckedInput> required = prompt.checked().inputs().stream()
                .filter(CheckedInput::required)
                .toList();
        List<CheckedInput> open = required.stream()
                .filter(input -> !state.bound().containsKey(input.name()))
                .toList();
        List<CheckedInput> texts = open.stream().filter(ChatCommands::isText).toList();
        if (open.size() == 1 && texts.size() == 1) {
            begin(bench, talk, texts.get(0));
        } else if (open.isEmpty() && prompt.checked().placesHistory()) {
            bench.set(state.withChat(new Chat(null)));
            talk.notice("each line is a user turn of `history`; `:end` leaves");
        } else if (open.isEmpty() && required.size() == 1 && isText(required.get(0))) {
            // It has a value by now, which a line takes the place of.
            begin(bench, talk, required.get(0));
        } else {
            talk.mistake(
                    open.isEmpty()
                            ? SessionErrors.notNow(
                                    words.command(),
                                    "nothing of this prompt changes with a line: it has neither one required text input nor"
                                            + " a `history`",
                                    "declare `var question: string` and say it: `user question`")
                            : SessionErrors.notNow(
                                    words.command(),
                                    "a line cannot be the value of " + Quoted.and(names(open)),
                                    "give " + (open.size() == 1 ? "it" : "all but one of them") + " a value: `"
                                            + open.get(0).name() + " = …`"));
        }
    }

    private static void begin(Workbench bench, Talk talk, CheckedInput input) {
        bench.set(bench.state().withChat(new Chat(input.name())));
        talk.notice("each line is the value of " + Quoted.of(input.name()) + "; `:end` leaves");
    }

    private static List<String> names(List<CheckedInput> inputs) {
        return inputs.stream().map(CheckedInput::name).toList();
    }

    private static boolean isText(CheckedInput input) {
        return Types.assignable(Types.STRING, input.type()) && !Types.acceptsAnything(input.type());
    }

    private static void end(Workbench bench, Talk talk, Words words) {
        State state = bench.state();
        if (state.chat() == null) {
            talk.mistake(SessionErrors.notNow(words.command(), "this is no conversation", "begin one: `:chat`"));
            return;
        }
        bench.set(state.withChat(null));
        int turns = history(state).size();
        talk.notice("the conversation ends" + (turns == 0 ? "" : "; `history` keeps its " + turns + " turns"));
    }

    private static void undo(Workbench bench, Talk talk, Words words) {
        Change change = bench.undo();
        if (change == null) {
            talk.mistake(SessionErrors.notNow(words.command(), "there is nothing to take back", null));
        } else {
            talk.notice("took back " + change.what());
        }
    }

    /** A line in a conversation. */
    public static void turn(Workbench bench, Talk talk, Chat chat, String line) throws InterruptedException {
        State before = bench.state();
        List<Json> turns = new ArrayList<>(history(before));
        String input = chat.input();
        if (input == null) {
            turns.add(turn("user", line));
            bench.set(before.withBound(Binder.HISTORY, Json.array(turns)));
        } else {
            bench.set(before.withBound(input, Json.of(line)));
        }
        LastRun run = RunCommands.run(bench, talk);
        bench.set(before);
        if (run == null || !run.result().isValid()) {
            talk.notice("this turn is not kept");
            return;
        }
        if (input != null) {
            turns.add(turn("user", asked(run, line)));
        }
        turns.add(turn("assistant", String.valueOf(run.result().envelope().reply())));
        bench.change(before.withBound(Binder.HISTORY, Json.array(turns)), "the turn " + Quoted.of(line));
    }

    private static List<Json> history(State state) {
        return state.bound().get(Binder.HISTORY) instanceof Json.Arr turns ? turns.items() : List.of();
    }

    private static Json turn(String role, String content) {
        return Json.object().put("role", role).put("content", content).done();
    }

    /** The last user message as it was sent, so that the model sees the conversation that there was. */
    private static String asked(LastRun run, String line) {
        @Nullable String asked = null;
        List<ChatMessage> messages = run.rendering().request() == null
                ? List.of()
                : run.rendering().request().messages();
        for (ChatMessage message : messages) {
            if (message.role() == ChatRole.USER && message.content() instanceof Json.Str text) {
                asked = text.value();
            }
        }
        return asked == null ? line : asked;
    }
}
