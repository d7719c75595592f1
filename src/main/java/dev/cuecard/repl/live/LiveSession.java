package dev.cuecard.repl.live;

import dev.cuecard.Prompt;
import dev.cuecard.RunOptions;
import dev.cuecard.check.prompt.Inquiry;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Binder;
import dev.cuecard.render.Given;
import dev.cuecard.repl.Completeness;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.repl.Reaction;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.Session;
import dev.cuecard.repl.SessionListener;
import dev.cuecard.repl.SessionView;
import dev.cuecard.repl.command.ChatCommands;
import dev.cuecard.repl.command.Commands;
import dev.cuecard.repl.command.FileCommands;
import dev.cuecard.repl.draft.Item;
import dev.cuecard.repl.state.History;
import dev.cuecard.repl.state.LastRun;
import dev.cuecard.repl.state.State;
import dev.cuecard.repl.state.Surroundings;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.parse.Snippet;
import dev.cuecard.syntax.parse.SnippetParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A session on one thread. */
public final class LiveSession implements Session {

    /** What messages call a text that was typed. */
    private static final String TYPED = "typed";

    private final Workbench bench;

    private LiveSession(Workbench bench) {
        this.bench = bench;
    }

    /** Opens a session with an empty prompt. */
    public static LiveSession open(Surroundings around) {
        return new LiveSession(new Workbench(around));
    }

    @Override
    public Completeness completeness(String text) {
        if (bench.state().chat() != null && !Item.isCommand(text)) {
            return Completeness.COMPLETE;
        }
        List<Item> items = Item.of(Source.typed(TYPED, text));
        for (Item item : items) {
            if (item.snippet() instanceof Snippet.Mistaken) {
                return Completeness.WRONG;
            }
        }
        boolean open = items.isEmpty()
                // What documents something waits for it.
                ? text.lines().anyMatch(line -> line.strip().startsWith("///") || isAccept(line))
                : items.get(items.size() - 1).snippet() instanceof Snippet.Unfinished;
        return open ? Completeness.INCOMPLETE : Completeness.COMPLETE;
    }

    private static boolean isAccept(String line) {
        return line.strip().matches("//\\s*accept\\b.*");
    }

    @Override
    public Reaction submit(String text, SessionListener listener) {
        Talk talk = new Talk(listener);
        bench.around().history().add(bench.redacted(text));
        script(Source.typed(TYPED, text), talk, () -> {});
        Reaction reaction = talk.reaction();
        bench.spoke(text, reaction);
        return reaction;
    }

    /**
     * Takes a text that nobody types: what is said to each thing in it is told at once.
     *
     * @param text the lines, and what messages call them
     * @param told is told of each reaction
     * @return the last of them, which says how it ends
     */
    public Reaction script(Source text, SessionListener listener, Consumer<Reaction> told) {
        Talk talk = new Talk(listener);
        List<Said> all = new ArrayList<>();
        script(text, talk, () -> {
            Reaction some = talk.taken();
            all.addAll(some.said());
            told.accept(some);
        });
        Reaction last = talk.taken();
        all.addAll(last.said());
        told.accept(last);
        bench.spoke(text.text(), new Reaction(all, last.exitCode()));
        return last;
    }

    private void script(Source text, Talk talk, Runnable between) {
        State.Chat chat = bench.state().chat();
        try {
            if (chat != null && !Item.isCommand(text.text())) {
                turn(talk, chat, text.text());
            } else {
                all(talk, text, between);
            }
        } catch (InterruptedException e) {
            talk.notice("interrupted");
            talk.ends(ExitCode.INTERRUPTED);
        }
    }

    private void turn(Talk talk, State.Chat chat, String line) throws InterruptedException {
        if (!line.isBlank()) {
            ChatCommands.turn(bench, talk, chat, line.strip());
        }
    }

    private void all(Talk talk, Source text, Runnable between) throws InterruptedException {
        List<Item> items = Item.of(text);
        for (int i = 0; i < items.size(); i++) {
            one(talk, items.get(i));
            if (talk.quits()) {
                return;
            } else if (talk.hasFailed()) {
                skipped(talk, items.size() - 1 - i, items);
                return;
            }
            between.run();
        }
    }

    private static void skipped(Talk talk, int left, List<Item> items) {
        if (left > 0) {
            int line = items.get(items.size() - left).line();
            talk.notice("stopped here: what follows, from line " + line + " on, was not looked at");
        }
    }

    private void one(Talk talk, Item item) throws InterruptedException {
        State.Chat chat = bench.state().chat();
        if (item.command()) {
            Commands.run(bench, talk, item.source());
        } else if (chat != null) {
            for (String line : item.text().lines().toList()) {
                turn(talk, chat, line);
            }
        } else {
            talk.telling(finding -> CommandWord.hinted(item.text(), finding));
            new Typed(bench, talk).take(item.snippet());
            talk.telling(UnaryOperator.identity());
        }
    }

    @Override
    public Reaction poll() {
        Talk talk = new Talk(SessionListener.NONE);
        FileCommands.poll(bench, talk);
        return talk.reaction();
    }

    /** Takes the prompt of a file before anything is submitted. */
    public Reaction load(Path path, String name) {
        Talk talk = new Talk(SessionListener.NONE);
        FileCommands.load(bench, talk, path, name);
        return talk.reaction();
    }

    /** Gives inputs their values, and the model and its parameters, before anything is submitted. */
    public Reaction begin(Map<String, Given> inputs, RunOptions options) {
        Talk talk = new Talk(SessionListener.NONE);
        State state = bench.state();
        Prompt prompt = state.prompt();
        if (prompt != null) {
            List<Diagnostic> mistakes = new Binder(prompt.checked(), prompt.limits())
                    .bind(inputs).findings().stream()
                            .filter(finding -> finding.isError() && finding.code() != Code.P401)
                            .toList();
            if (!mistakes.isEmpty()) {
                talk.mistakes(mistakes);
                return talk.reaction();
            }
        }
        State next = state.withModel(options.model()).withSettings(options.settings());
        for (Map.Entry<String, Given> input : inputs.entrySet()) {
            next = next.withBound(input.getKey(), input.getValue().value());
        }
        bench.set(next);
        return talk.reaction();
    }

    /** The prompt, or null as long as something is missing. */
    public @Nullable Prompt prompt() {
        return bench.state().prompt();
    }

    /** What was typed, in this session and earlier ones. */
    public History history() {
        return bench.around().history();
    }

    @Override
    public void cancel() {
        bench.running().cancel();
    }

    @Override
    public SessionView view() {
        State state = bench.state();
        LastRun last = bench.last();
        Inquiry inquiry = bench.inquiry();
        return new SessionView(
                state.draft().tree(),
                state.prompt() == null ? null : state.prompt().checked(),
                state.bound(),
                last == null ? null : last.result(),
                last == null || !last.result().isValid()
                        ? null
                        : last.prompt().checked().output().type(),
                state.wantedModel(),
                bench.tokens(),
                state.file() == null ? null : state.file().path(),
                state.isChanged(),
                state.chat() != null,
                bench.around().folder(),
                Commands.infos(),
                new SessionView.Known(
                        state.prompt() == null
                                ? ModelTable.builtIn()
                                : state.prompt().models(),
                        bench.host(),
                        bench::imported,
                        text -> typeOf(inquiry, text)));
    }

    private static @Nullable Type typeOf(Inquiry inquiry, String text) {
        Snippet snippet = SnippetParser.parse(Source.typed(TYPED, text));
        if (snippet instanceof Snippet.Asked asked) {
            Inquiry.Answer answer = inquiry.ask(asked.expression());
            return Diagnostic.stops(answer.findings()) ? null : answer.type();
        }
        return null;
    }

    @Override
    public void close() {
        bench.close();
    }
}
