package dev.cuecard.repl.draft;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Doc;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.format.Formatter;
import dev.cuecard.syntax.parse.PromptParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prompt of a session as it is written. Immutable.
 *
 * @param source its text, and what messages call it
 * @param tree the same as a tree
 */
public record Draft(Source source, PromptFile tree) {

    /** What a prompt is called that nobody has named. */
    public static final String UNTITLED = "untitled";

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A text. */
    public static Draft of(String name, String text) {
        Source source = new Source(name, text);
        return new Draft(source, PromptParser.parse(source).file());
    }

    /** The text of it. */
    public String text() {
        return source.text();
    }

    /** The text in its canonical form; as it is where it has mistakes. */
    public String formatted() {
        String formatted = Formatter.format(source).text();
        return formatted == null ? text() : formatted;
    }

    /** Whether there is nothing in it but the name that the session gave it. */
    public boolean isEmpty() {
        return tree.declarations().isEmpty() || (tree.declarations().size() == 1 && isUntitled());
    }

    /** Whether it still has the name that the session gave it. */
    public boolean isUntitled() {
        return !tree.declarations().isEmpty()
                && tree.declarations().get(0) instanceof Declaration.Prompt prompt
                && prompt.name().text().equals(UNTITLED)
                && prompt.metadata().isEmpty();
    }

    /** Its prompt's name; of a library, what messages call it. */
    public String name() {
        return isPrompt()
                ? ((Declaration.Prompt) tree.declarations().get(0)).name().text()
                : source.name();
    }

    /** Whether it declares a prompt, and is no library. */
    public boolean isPrompt() {
        return !tree.declarations().isEmpty() && tree.declarations().get(0) instanceof Declaration.Prompt;
    }

    /** The same prompt by the name of a file. */
    public Draft named(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.prompt$", "");
        String written = WORD.matcher(name).matches() ? name : "\"" + name.replaceAll("[\\\\\"{]", "-") + "\"";
        Span at = ((Declaration.Prompt) tree.declarations().get(0)).name().span();
        return of(source.name(), text().substring(0, at.start()) + written + text().substring(at.end()));
    }

    /** Puts declarations and messages into it. */
    public Edit with(PromptFile typed) {
        List<Chunk> chunks = chunks();
        List<String> replaced = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int from = 0;
        for (Declaration declaration : typed.declarations()) {
            int end = endOf(declaration, typed.source().text());
            Chunk chunk = Chunk.typed(Declared.of(declaration), typed.source().text(), from, end);
            from = end;
            int same = indexOf(chunks, chunk.declared().key());
            if (same >= 0) {
                // The name that nobody gave is not worth a word.
                (same == 0 && isUntitled() ? added : replaced)
                        .add(chunk.declared().what());
                chunks.set(same, chunk.inPlaceOf(chunks.get(same)));
            } else {
                added.add(chunk.declared().what());
                chunks.add(placeOf(chunks, chunk.declared().rank()), chunk);
            }
        }
        return joined(chunks, typed, replaced, added);
    }

    private Edit joined(List<Chunk> chunks, PromptFile typed, List<String> replaced, List<String> added) {
        StringBuilder text = new StringBuilder();
        List<Edit.Move> moves = new ArrayList<>();
        Chunk before = null;
        for (Chunk chunk : chunks) {
            text.append(chunk.separator(before)).append(chunk.lead());
            if (chunk.typedAt() >= 0) {
                moves.add(new Edit.Move(
                        chunk.typedAt(), text.length(), chunk.body().length()));
            }
            text.append(chunk.body());
            before = chunk;
        }
        String tail = text().substring(endOfLast());
        text.append(tail.isBlank() ? "\n" : tail);
        return new Edit(text.toString(), typed.source(), moves, replaced, added);
    }

    private List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        int from = 0;
        for (Declaration declaration : tree.declarations()) {
            Declared declared = Declared.of(declaration);
            Doc doc = declared.doc();
            int start = doc == null ? declaration.span().start() : doc.span().start();
            int end = endOf(declaration, text());
            chunks.add(new Chunk(declared, text().substring(from, start), text().substring(start, end), -1));
            from = end;
        }
        return chunks;
    }

    private int endOfLast() {
        List<Declaration> all = tree.declarations();
        return all.isEmpty() ? 0 : endOf(all.get(all.size() - 1), text());
    }

    /** The end of a declaration, with the comment behind it on its line. */
    private static int endOf(Declaration declaration, String text) {
        int end = declaration.span().end();
        int lineEnd = text.indexOf('\n', end);
        String rest = text.substring(end, lineEnd < 0 ? text.length() : lineEnd);
        return rest.strip().startsWith("//") ? end + rest.stripTrailing().length() : end;
    }

    private static int indexOf(List<Chunk> chunks, @Nullable String key) {
        for (int i = 0; i < chunks.size(); i++) {
            if (key != null && key.equals(chunks.get(i).declared().key())) {
                return i;
            }
        }
        return -1;
    }

    /** Behind the last that belongs before it or beside it. */
    private static int placeOf(List<Chunk> chunks, int rank) {
        int place = chunks.size();
        while (place > 0 && chunks.get(place - 1).declared().rank() > rank) {
            place--;
        }
        return place;
    }
}
