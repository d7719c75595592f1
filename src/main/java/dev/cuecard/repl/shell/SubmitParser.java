package dev.cuecard.repl.shell;

import dev.cuecard.repl.Completeness;
import dev.cuecard.repl.Session;
import dev.cuecard.repl.complete.Completer;
import dev.cuecard.repl.complete.Completion;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line's editor whether more lines belong to a text, and what the word at the cursor is. */
final class SubmitParser implements Parser {

    private final Session session;

    SubmitParser(Session session) {
        this.session = session;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            synchronized (session) {
                return new Word(line, cursor, Completer.complete(session.view(), line, cursor));
            }
        }
        if (context == ParseContext.ACCEPT_LINE && isUnfinished(line)) {
            throw new EOFError(-1, -1, "more lines belong to it");
        }
        return new Word(line, cursor, new Completion(cursor, List.of()));
    }

    private boolean isUnfinished(String text) {
        synchronized (session) {
            return session.completeness(text) == Completeness.INCOMPLETE;
        }
    }

    /** The word at the cursor, and what could stand in its place. */
    record Word(String line, int cursor, Completion completion) implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(completion.start(), cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - completion.start();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }
    }
}
