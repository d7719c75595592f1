package dev.cuecard.repl.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import org.jline.reader.History;
import org.jline.reader.LineReader;

/**
 * What was typed, for the editor of lines to go back to, each as the whole block that it was. The session keeps it: what
 * it has left out, this does not have either.
 */
final class TypedLines implements History {

    private record Typed(int index, String line) implements Entry {
        @Override
        public Instant time() {
            return Instant.EPOCH;
        }
    }

    private final List<Entry> lines = new ArrayList<>();
    private int index;

    /** Takes what the session has now. */
    void take(List<String> all) {
        lines.clear();
        all.forEach(line -> lines.add(new Typed(lines.size(), line)));
        index = lines.size();
    }

    @Override
    public void attach(LineReader reader) {}

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public void write(Path file, boolean incremental) {}

    @Override
    public void append(Path file, boolean incremental) {}

    @Override
    public void read(Path file, boolean checkDuplicates) {}

    @Override
    public void purge() {}

    /** The session is told when a line is submitted. */
    @Override
    public void add(Instant time, String line) {}

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public int first() {
        return 0;
    }

    @Override
    public int last() {
        return lines.size() - 1;
    }

    @Override
    public String get(int at) {
        return lines.get(at).line();
    }

    @Override
    public ListIterator<Entry> iterator(int from) {
        return lines.listIterator(from);
    }

    @Override
    public String current() {
        return index >= lines.size() ? "" : get(index);
    }

    @Override
    public boolean previous() {
        return moveTo(index - 1);
    }

    @Override
    public boolean next() {
        if (index >= lines.size()) {
            return false;
        }
        index++;
        return true;
    }

    @Override
    public boolean moveToFirst() {
        return index > 0 && moveTo(0);
    }

    @Override
    public boolean moveToLast() {
        return index != last() && moveTo(last());
    }

    @Override
    public boolean moveTo(int at) {
        if (at < 0 || at >= lines.size()) {
            return false;
        }
        index = at;
        return true;
    }

    @Override
    public void moveToEnd() {
        index = lines.size();
    }

    @Override
    public void resetIndex() {
        index = Math.min(index, lines.size());
    }
}
