package dev.cuecard.syntax.highlight;

import java.util.ArrayList;
import java.util.List;

/** Tells what the parts of a JSON text are, whether it is whole or broken off. */
public final class JsonHighlighter {

    private JsonHighlighter() {}

    /** The keys, strings, numbers and words of a text, in their order. */
    public static List<Styled> of(String text) {
        List<Styled> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '"') {
                end = stringEnd(text, at);
                parts.add(new Styled(at, end, isKey(text, end) ? Style.KEY : Style.STRING));
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                end = runEnd(text, at);
                parts.add(new Styled(at, end, Style.NUMBER));
            } else if (Character.isLetter(c)) {
                end = runEnd(text, at);
                String word = text.substring(at, end);
                boolean known = word.equals("true") || word.equals("false") || word.equals("null");
                parts.add(new Styled(at, end, known ? Style.KEYWORD : Style.ERROR));
            }
            at = end;
        }
        return parts;
    }

    /** The text with ANSI's colours. */
    public static String paint(String text) {
        return Styled.paint(text, of(text));
    }

    /** The offset after a string, or the end of its line when it is broken off. */
    private static int stringEnd(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            at++;
            if (c == '"') {
                break;
            } else if (c == '\\' && at < text.length() && text.charAt(at) != '\n') {
                at++;
            }
        }
        return at;
    }

    private static boolean isKey(String text, int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == ':';
    }

    private static int runEnd(String text, int start) {
        int at = start + 1;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
