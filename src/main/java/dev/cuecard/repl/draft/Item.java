package dev.cuecard.repl.draft;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.Snippet;
import dev.cuecard.syntax.parse.SnippetParser;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing of a text that is submitted, which may hold several.
 *
 * @param source its text at its place: what stands before it is blank, so that lines count from the first
 * @param line the line in which it begins, from 1
 * @param lines how many lines it has
 * @param command whether it is a command
 * @param snippet what the language makes of it; {@link Snippet.Nothing} for a command
 */
public record Item(Source source, int line, int lines, boolean command, Snippet snippet) {

    /** The text without the blank lines before it. */
    public String text() {
        return source.text().strip();
    }

    /**
     * Cuts a text into what it holds, in its order. A thing has as many lines as the parser wants; one that could end
     * goes on where the next line is indented more, or begins with what only goes on. Declarations that follow each
     * other are one thing, since each may use the others.
     *
     * @param text what was typed, pasted or read from a file of such lines
     */
    public static List<Item> of(Source text) {
        List<Item> items = new ArrayList<>();
        List<String> lines = text.text().lines().toList();
        int at = 0;
        while (at < lines.size()) {
            if (lines.get(at).isBlank()) {
                at++;
                continue;
            }
            Item item = next(text, lines, at);
            at += item.lines;
            if (!item.isNothing()) {
                add(items, item);
            }
        }
        return items;
    }

    private boolean isNothing() {
        return !command && snippet instanceof Snippet.Nothing;
    }

    private static void add(List<Item> items, Item item) {
        Item last = items.isEmpty() ? null : items.get(items.size() - 1);
        if (last != null
                && last.isDeclared()
                && item.isDeclared()
                && last.source.name().equals(item.source.name())) {
            String head = last.source.text();
            String own = item.source.text();
            // Both are blank before their first lines, so that the later one goes on behind the earlier.
            Source both = item.source.with(head + own.substring(lengthOfLines(own, lineCount(head))));
            Snippet snippet = SnippetParser.parse(both);
            items.set(items.size() - 1, new Item(both, last.line, item.line + item.lines - last.line, false, snippet));
        } else {
            items.add(item);
        }
    }

    private boolean isDeclared() {
        return snippet instanceof Snippet.Declared;
    }

    private static int lineCount(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static int lengthOfLines(String text, int count) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }

    private static Item next(Source whole, List<String> lines, int at) {
        if (isCommand(lines.get(at))) {
            return item(whole, lines, at, 1, true);
        }
        Item item = item(whole, lines, at, 1, false);
        while (at + item.lines < lines.size()) {
            String following = lines.get(at + item.lines);
            if (item.isOpen()) {
                // A comment alone waits for what it belongs to, but not for a command.
                if (item.isNothing() && (following.isBlank() || isCommand(following))) {
                    return item;
                }
                item = item(whole, lines, at, item.lines + 1, false);
            } else if (goesOn(lines.get(at), following)) {
                Item longer = item(whole, lines, at, item.lines + 1, false);
                if (longer.snippet instanceof Snippet.Mistaken mistaken && !mistaken.open()) {
                    return item;
                }
                item = longer;
            } else {
                return item;
            }
        }
        return item;
    }

    private boolean isOpen() {
        return snippet instanceof Snippet.Unfinished
                || snippet instanceof Snippet.Nothing
                || (snippet instanceof Snippet.Mistaken mistaken && mistaken.open());
    }

    private static boolean goesOn(String first, String line) {
        if (line.isBlank()) {
            return false;
        }
        String bare = line.strip();
        boolean sign = "|}])".indexOf(bare.charAt(0)) >= 0 || bare.startsWith("else") || bare.matches(":\\s*[\"'].*");
        return sign || indentation(line) > indentation(first);
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Whether a line is a command: a colon and a word. */
    public static boolean isCommand(String line) {
        String bare = line.stripLeading();
        return bare.startsWith(":") && !bare.matches(":\\s*[\"'].*");
    }

    private static Item item(Source whole, List<String> lines, int at, int count, boolean command) {
        String text = "\n".repeat(at) + String.join("\n", lines.subList(at, at + count)) + "\n";
        Source source = whole.with(text);
        return new Item(source, at + 1, count, command, command ? new Snippet.Nothing() : SnippetParser.parse(source));
    }
}
