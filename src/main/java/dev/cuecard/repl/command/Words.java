package dev.cuecard.repl.command;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;

/**
 * A command as it was typed.
 *
 * @param command the colon and the word
 * @param argument what follows it, without the blanks around it; empty when there is nothing
 */
record Words(Span command, Span argument) {

    /** Reads the first line of a text that is not blank. */
    static Words of(Source source) {
        String text = source.text();
        int start = text.indexOf(':');
        int lineEnd = text.indexOf('\n', start);
        int stop = start
                + text.substring(start, lineEnd < 0 ? text.length() : lineEnd)
                        .stripTrailing()
                        .length();
        int end = start + 1;
        while (end < stop && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '!') {
            end++;
        }
        int from = end;
        while (from < stop && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return new Words(source.span(start, end), source.span(from, stop));
    }

    /** Whether an exclamation mark follows the word: do it all the same. */
    boolean isForced() {
        return argument.text().startsWith("!") && argument.start() == command.end();
    }

    /** The argument less that mark. */
    Span bare() {
        if (!isForced()) {
            return argument;
        }
        int from = argument.start() + 1;
        while (from < argument.end()
                && Character.isWhitespace(argument.source().text().charAt(from))) {
            from++;
        }
        return argument.source().span(from, argument.end());
    }

    /** The argument's text. */
    String text() {
        return bare().text();
    }

    /** Whether nothing follows the command. */
    boolean isBare() {
        return text().isEmpty();
    }
}
