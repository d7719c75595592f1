package dev.cuecard.repl.shell;

import dev.cuecard.repl.complete.Suggestion;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/** The line that is edited, of one row or several: with colours, suggestions, and the rest of an earlier line as a ghost. */
final class LineEditor extends LineReaderImpl {

    private static final String TAKE_GHOST = "cuecard-take-ghost";
    private static final String COMPLETE_OR_INDENT = "cuecard-complete";
    private static final String DROP = "cuecard-drop";
    private static final int MOST_GHOSTS = 500;

    private final Look look;

    LineEditor(Terminal terminal, Look look, SubmitParser parser, History history) throws IOException {
        super(terminal, "cuecard");
        this.look = look;
        setParser(parser);
        setHistory(history);
        setCompleter(LineEditor::candidates);
        setHighlighter((reader, text) -> withGhost(text));
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        setOpt(Option.CASE_INSENSITIVE);
        unsetOpt(Option.HISTORY_IGNORE_SPACE);
        unsetOpt(Option.HISTORY_REDUCE_BLANKS);
        unsetOpt(Option.COMPLETE_MATCHER_TYPO);
        unsetOpt(Option.INSERT_TAB);
        variable(SECONDARY_PROMPT_PATTERN, look.faint("%P | "));
        variable(LIST_MAX, 200);
        getWidgets().put(TAKE_GHOST, this::takeGhost);
        getWidgets().put(DROP, this::drop);
        getWidgets().put(COMPLETE_OR_INDENT, this::completeOrIndent);
        KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(LineReader.MAIN));
        bind(keys, TAKE_GHOST, KeyMap.key(terminal, Capability.key_right), "\u001b[C", "\u001bOC", KeyMap.ctrl('F'));
        bind(keys, TAKE_GHOST, KeyMap.key(terminal, Capability.key_end), "\u001b[F", "\u001bOF", KeyMap.ctrl('E'));
        bind(keys, COMPLETE_OR_INDENT, "\t");
        bind(keys, DROP, KeyMap.ctrl('C'));
    }

    private static void bind(KeyMap<Binding> keys, String widget, String... sequences) {
        for (String sequence : sequences) {
            if (sequence != null) {
                keys.bind(new Reference(widget), sequence);
            }
        }
    }

    private static void candidates(LineReader reader, ParsedLine line, List<Candidate> into) {
        if (line instanceof SubmitParser.Word word) {
            int place = 0;
            for (Suggestion one : word.completion().suggestions()) {
                String about = one.description().isEmpty() ? null : one.description();
                into.add(new Candidate(
                        one.value(), one.display(), one.group(), about, null, null, !one.more(), place++));
            }
        }
    }

    /** What stands above the next line is what was typed, without what surrounded it. */
    @Override
    protected void doCleanup(boolean newLine) {
        setRightPrompt("");
        super.doCleanup(newLine);
    }

    @Override
    protected void redisplay(boolean flush) {
        if (!(display instanceof RowDisplay)) {
            display = new RowDisplay(terminal);
            display.resize(size.getRows(), size.getColumns());
        }
        super.redisplay(flush);
    }

    /** Without colours a choice is marked by reverse video, and nothing else by anything. */
    @Override
    protected AttributedStyle getCompletionStyle(String name, String value) {
        if (look.colours()) {
            return super.getCompletionStyle(name, value);
        }
        return name.endsWith("SELECTION") ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT;
    }

    private boolean drop() {
        state = State.INTERRUPT;
        return true;
    }

    /** Completes; where nothing but blanks stands before the cursor in a line of several, indents. */
    private boolean completeOrIndent() {
        String before = buf.upToCursor();
        int line = before.lastIndexOf('\n') + 1;
        if (line > 0 && before.substring(line).isBlank()) {
            buf.write("  ");
            return true;
        }
        return completeWord();
    }

    /** At the end of the text takes the ghost; elsewhere moves on, or to the end. */
    private boolean takeGhost() {
        String ghost = ghost();
        if (!ghost.isEmpty()) {
            buf.write(ghost);
            return true;
        }
        boolean toEnd = getLastBinding().endsWith("F") || getLastBinding().equals(KeyMap.ctrl('E'));
        return toEnd ? endOfLine() : forwardChar();
    }

    /** What an earlier line had behind what has been typed; empty unless the cursor stands at the end. */
    private String ghost() {
        String typed = buf.toString();
        if (typed.isBlank() || buf.cursor() < buf.length() || post != null) {
            return "";
        }
        Iterator<History.Entry> lines = getHistory().reverseIterator();
        for (int i = 0; i < MOST_GHOSTS && lines.hasNext(); i++) {
            String line = lines.next().line();
            if (line.length() > typed.length() && line.startsWith(typed)) {
                return line.substring(typed.length());
            }
        }
        return "";
    }

    private AttributedString withGhost(String text) {
        AttributedStringBuilder out = new AttributedStringBuilder();
        if (look.colours()) {
            out.append(LineColours.of(text));
        } else {
            out.append(text);
        }
        if (doAutosuggestion && look.colours() && text.length() == buf.length()) {
            String ghost = ghost();
            int line = ghost.indexOf('\n');
            out.append(line < 0 ? ghost : ghost.substring(0, line) + "…", AttributedStyle.DEFAULT.faint());
        }
        return out.toAttributedString();
    }
}
