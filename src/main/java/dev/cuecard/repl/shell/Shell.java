package dev.cuecard.repl.shell;

import dev.cuecard.Result;
import dev.cuecard.data.Json;
import dev.cuecard.data.Version;
import dev.cuecard.repl.Reaction;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.Session;
import dev.cuecard.repl.SessionView;
import dev.cuecard.repl.show.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.nativ.JLineNativeLoader;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.OSUtils;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * A session in a terminal: reads what is typed, has the session react, shows what it says. Ctrl-C drops the line or
 * cancels the run, never the session; Ctrl-D leaves.
 */
public final class Shell {

    private static final long TICK_MILLIS = 100;
    /** What says in the place of a control character that there is none: {@code _POSIX_VDISABLE}. */
    private static final int NO_CHARACTER = OSUtils.IS_LINUX ? 0 : 0xFF;
    /** Narrower terminals have no room for a status beside the line. */
    private static final int ROOM_FOR_STATUS = 50;

    private final Terminal terminal;
    private final Session session;
    private final Supplier<List<String>> typed;
    private final Look look;
    private final Function<Throwable, String> defects;
    private final TypedLines history = new TypedLines();
    private volatile @Nullable LiveView live;

    private Shell(
            Terminal terminal,
            Session session,
            Supplier<List<String>> typed,
            Map<String, String> environment,
            Function<Throwable, String> defects) {
        this.defects = defects;
        this.terminal = terminal;
        this.session = session;
        this.typed = typed;
        this.look = Look.of(terminal, environment);
    }

    /**
     * Loads what a terminal needs, in a thread of its own, while the session opens: that is half of the way to the first
     * prompt. The terminal of this process is not touched.
     */
    public static void prepare() {
        Thread thread = new Thread(Shell::load, "cuecard-terminal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        try (Terminal nowhere = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream())) {
            LineReaderBuilder.builder().terminal(nowhere).build();
            JLineNativeLoader.initialize();
        } catch (IOException | RuntimeException | LinkageError notLoaded) {
            // Whoever opens the terminal meets the same, and tells of it.
        }
    }

    /**
     * Talks with the person at the terminal of this process until the person leaves.
     *
     * @param typed what was typed before and in this session, redacted
     * @param editor is told the terminal, so that it can borrow it
     * @param environment the environment variables
     * @param defects what is said, in lines, of what breaks Cuecard itself: the session goes on
     */
    public static void talk(
            Session session,
            Supplier<List<String>> typed,
            TerminalEditor editor,
            Map<String, String> environment,
            Function<Throwable, String> defects)
            throws IOException {
        String type = environment.getOrDefault("TERM", "dumb");
        boolean dumb = type.equals("dumb");
        // What the library knows of common terminals itself is enough, and no command of the system has to be asked.
        String known = InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(dumb)
                .provider(dumb ? null : "jni")
                .build()) {
            editor.borrows(terminal);
            new Shell(terminal, session, typed, environment, defects).talk();
        }
    }

    private void talk() throws IOException {
        print(look.faint("cuecard " + Version.text() + " · :help tells what there is, Ctrl-D leaves") + "\n");
        terminal.handle(Signal.WINCH, signal -> {
            LiveView view = live;
            if (view != null) {
                view.resize();
            }
        });
        if (look.drawsOver()) {
            terminal.handle(Signal.INT, signal -> session.cancel());
            // For the whole time: what is typed while something runs waits for the next line, and does not show.
            Attributes before = terminal.enterRawMode();
            Attributes running = terminal.getAttributes();
            Attributes typing = terminal.getAttributes();
            typing.setControlChar(ControlChar.VINTR, NO_CHARACTER);
            try {
                talkInLines(typing, running);
            } finally {
                terminal.setAttributes(before);
            }
        } else {
            talkPlainly();
        }
    }

    /**
     * @param typing with Ctrl-C as a key like others, in its order among them
     * @param running with Ctrl-C as a signal
     */
    private void talkInLines(Attributes typing, Attributes running) throws IOException {
        LineEditor lines = new LineEditor(terminal, look, new SubmitParser(session), history);
        FileWatch watch = new FileWatch(
                session,
                lines::isReading,
                reaction -> lines.printAbove(text(reaction, "").stripTrailing()));
        try {
            boolean stays = true;
            while (stays) {
                show(poll(), "");
                history.take(typed.get());
                SessionView view = view();
                boolean room = terminal.getWidth() >= ROOM_FOR_STATUS;
                try {
                    terminal.setAttributes(typing);
                    String text = lines.readLine(
                            look.strong(Status.prompt(view)),
                            room ? look.faint(Status.right(view)) : null,
                            (MaskingCallback) null,
                            null);
                    terminal.setAttributes(running);
                    stays = submit(text);
                } catch (UserInterruptException dropped) {
                    stays = true;
                } catch (EndOfFileException left) {
                    stays = false;
                }
            }
        } finally {
            watch.close();
        }
    }

    private void talkPlainly() throws IOException {
        PlainLines lines = new PlainLines(terminal, session);
        // JLine's dumb terminal hears of no signal.
        Object before = Signals.register("INT", () -> {
            if (live == null) {
                lines.interrupt();
            } else {
                session.cancel();
            }
        });
        try {
            boolean stays = true;
            while (stays) {
                show(poll(), "");
                String text = lines.read(Status.prompt(view()));
                stays = text != null && submit(text);
            }
            print("\n");
        } finally {
            Signals.unregister("INT", before);
        }
    }

    private SessionView view() {
        synchronized (session) {
            return session.view();
        }
    }

    private Reaction poll() {
        synchronized (session) {
            return session.poll();
        }
    }

    /** Has the session react; false when the person leaves. */
    private boolean submit(String text) {
        if (text.isBlank()) {
            return true;
        }
        SessionView view = view();
        boolean json = view.prompt() != null && view.prompt().output().mode().isJson();
        LiveView running = new LiveView(terminal, look, json, System::nanoTime);
        live = running;
        ScheduledExecutorService ticker = ticker(running);
        Reaction reaction = null;
        String broken = "";
        try {
            synchronized (session) {
                reaction = session.submit(text, running);
            }
        } catch (StackOverflowError | RuntimeException defect) {
            // What was typed before is worth more than the tidiness of leaving.
            broken = defects.apply(defect);
        } finally {
            ticker.shutdownNow();
            running.end();
            live = null;
        }
        if (reaction == null) {
            print(broken);
            return true;
        }
        show(reaction, running.printed());
        return !reaction.quits();
    }

    private ScheduledExecutorService ticker(LiveView running) {
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "cuecard-spinner");
            thread.setDaemon(true);
            return thread;
        });
        if (look.drawsOver()) {
            var unused = ticker.scheduleAtFixedRate(running::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return ticker;
    }

    private void show(Reaction reaction, String printed) {
        print(text(reaction, printed));
    }

    /** @param printed the text of a reply that has been seen as it arrived */
    private String text(Reaction reaction, String printed) {
        StringBuilder text = new StringBuilder();
        for (Said said : reaction.said()) {
            boolean seen = said instanceof Said.RunEnded run && isSeen(run.result(), printed);
            text.append(seen ? Shown.of(said, look.colours()).err() : Shown.onTerminal(said, look.colours()));
        }
        return text.toString();
    }

    private static boolean isSeen(Result result, String printed) {
        return !printed.isEmpty()
                && result.isValid()
                && result.output() instanceof Json.Str text
                && text.value().strip().equals(printed.strip());
    }

    private void print(String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }
}
