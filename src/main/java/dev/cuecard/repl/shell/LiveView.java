package dev.cuecard.repl.shell;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Visible;
import dev.cuecard.repl.SessionListener;
import dev.cuecard.syntax.highlight.JsonHighlighter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * What is seen while something runs: a spinner until the first sign of the reply, then the JSON as it grows, at the end
 * of the screen; text where it will stay. It leaves nothing behind but that text and the lines of progress: the rest is
 * shown again, whole, by who submitted it. On a dumb terminal nothing is drawn over.
 *
 * <p>For two threads: the one that submits, and one that ticks.
 */
final class LiveView implements SessionListener {

    private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final String[] PLAIN_SPINNER = {"|", "/", "-", "\\"};
    private static final long REDRAW_NANOS = 30_000_000;

    private final Terminal terminal;
    private final Look look;
    private final boolean json;
    private final LongSupplier nanos;
    private final Display display;
    private final StringBuilder text = new StringBuilder();
    private String waitingFor = "";
    private long waitingSince;
    private long drawn;
    private int tick;
    private boolean atLineStart = true;
    private boolean drawsOver;
    private boolean ended;

    /**
     * @param json whether the reply is to be JSON
     * @param nanos the time in nanoseconds, as {@link System#nanoTime}
     */
    LiveView(Terminal terminal, Look look, boolean json, LongSupplier nanos) {
        this.terminal = terminal;
        this.look = look;
        this.json = json;
        this.nanos = nanos;
        this.display = new RowDisplay(terminal);
        resize();
    }

    /** The terminal has another size. */
    synchronized void resize() {
        Size size = terminal.getSize();
        display.resize(Math.max(1, size.getRows()), Math.max(1, size.getColumns()));
    }

    /** Called about ten times a second. */
    synchronized void tick() {
        if (!waitingFor.isEmpty() && !ended) {
            tick++;
            drawWaiting();
        }
    }

    /** The text that has been printed, and stays; empty when none was. */
    synchronized String printed() {
        return json ? "" : text.toString();
    }

    /** Takes away what was drawn; what is printed next begins on a line of its own. */
    synchronized void end() {
        ended = true;
        clear();
    }

    private void clear() {
        waitingFor = "";
        if (drawsOver) {
            display.update(List.of(), 0);
            drawsOver = false;
        }
        if (!atLineStart) {
            print("\n");
        }
    }

    @Override
    public synchronized void waiting(String model) {
        waitingFor = model;
        waitingSince = nanos.getAsLong();
        drawWaiting();
    }

    private void drawWaiting() {
        String[] frames = look.unicode() ? SPINNER : PLAIN_SPINNER;
        double seconds = (nanos.getAsLong() - waitingSince) / 1e9;
        String line = frames[tick % frames.length] + " " + Visible.lines(waitingFor)
                + String.format(Locale.ROOT, " %.1f s", seconds);
        draw(look.faint(line));
    }

    @Override
    public synchronized void text(String more) {
        text.append(more);
        if (!json) {
            stopWaiting();
            print(Visible.lines(more));
        } else if (nanos.getAsLong() - drawn >= REDRAW_NANOS || text.length() == more.length()) {
            waitingFor = "";
            String shown = Visible.lines(GrowingJson.laidOut(text.toString()));
            draw(look.colours() ? JsonHighlighter.paint(shown) : shown);
        }
    }

    private void stopWaiting() {
        if (!waitingFor.isEmpty()) {
            clear();
        }
    }

    /** The text has shown more than this knows. */
    @Override
    public void value(Json partial) {}

    @Override
    public synchronized void again() {
        clear();
        text.setLength(0);
        print(look.faint("the reply is not valid, and asked for again") + "\n");
    }

    /** Is drawn over: the session tells all of it at the end. */
    @Override
    public synchronized void progress(String line) {
        waitingFor = "";
        draw(look.faint(Visible.lines(line)));
    }

    private void print(String shown) {
        if (!shown.isEmpty()) {
            terminal.writer().write(shown);
            terminal.writer().flush();
            atLineStart = shown.endsWith("\n");
        }
    }

    private void draw(String shown) {
        if (!look.drawsOver()) {
            return;
        }
        Size size = terminal.getSize();
        List<AttributedString> lines = new ArrayList<>(AttributedString.fromAnsi(shown)
                .columnSplitLength(Math.max(1, size.getColumns()), false, display.delayLineWrap()));
        int most = Math.max(1, size.getRows() - 1);
        if (lines.size() > most) {
            lines = new ArrayList<>(lines.subList(lines.size() - most, lines.size()));
            lines.set(0, new AttributedString("…"));
        }
        display.update(
                lines,
                size.cursorPos(lines.size() - 1, lines.get(lines.size() - 1).columnLength()));
        drawsOver = true;
        drawn = nanos.getAsLong();
    }
}
