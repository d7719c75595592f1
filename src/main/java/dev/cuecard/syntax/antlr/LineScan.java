package dev.cuecard.syntax.antlr;

import java.util.regex.Pattern;

/** Looks at the lines of a text as a whole: their indentation, and whether they look like the beginning of a declaration. */
final class LineScan {

    /** What cannot well be prose: used only to find where to go on after a mistake. */
    private static final Pattern DECLARATION = Pattern.compile("""
            prompt\\s+[\\w"].*|import\\s+["{].*|model\\s+(?:\\w+\\s*=\\s*)?["].*|role\\s+\\w+\\s*=.*\
            |type\\s+\\w+\\s*[={].*|var\\s+\\w+\\s*[?:=].*|let\\s+\\w+\\s*=.*|template\\s+\\w+\\s*\\(.*\
            |tool\\s*(?:\\(\\w+\\))?\\s*\\w+\\s*\\(.*|output\\s+(?:json|text)\\b.*|ensure\\s+.*|test\\s+["].*\
            |(?:system|developer|user|assistant)\\s+["'\\[{].*|history|(?:if|for)\\s.*\\{\
            |expect\\s+\\w.*|recover\\s+\\w+|stub\\s+\\w+\\s*=.*|(?:reply|refusal)\\s+["'].*|\\}""");

    private static final String[] QUOTES = {"\"\"\"", "'''"};

    private LineScan() {}

    /** The offset of the first unit of the line in which {@code at} stands. */
    static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** The offset of the LF that ends the line in which {@code at} stands, or the length of the text. */
    static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** The offset of the first unit from {@code at} on that is neither blank nor tab. */
    static int afterBlanks(String text, int at) {
        int i = at;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** Whether a line holds nothing but white space from {@code at} on. */
    static boolean isBlankFrom(String text, int at) {
        int i = afterBlanks(text, at);
        return i == text.length()
                || text.charAt(i) == '\n'
                || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) == '\n'));
    }

    /** Whether the line that begins at {@code start} looks like a declaration, a statement or a line of a test. */
    static boolean looksLikeDeclaration(String text, int start) {
        int from = afterBlanks(text, start);
        char c = from < text.length() ? text.charAt(from) : ' ';
        if (c != '}' && (c < 'a' || c > 'v')) {
            return false;
        }
        int end = Math.min(lineEnd(text, from), from + 300);
        return DECLARATION.matcher(text.substring(from, end).stripTrailing()).matches();
    }

    /** The start of the first line after that of {@code at} that looks like a declaration and is not indented more. */
    static int nextDeclaration(String text, int at, int indentation) {
        for (int line = lineEnd(text, at) + 1; line < text.length(); line = lineEnd(text, line) + 1) {
            if (afterBlanks(text, line) - line <= indentation && looksLikeDeclaration(text, line)) {
                return line;
            }
        }
        return text.length();
    }

    /** The offset of the quotes with which the first line that begins with them begins, from a line on; or -1. */
    static int closingQuotes(String text, int from, String quotes) {
        for (int line = from; line < text.length(); line = lineEnd(text, line) + 1) {
            int head = afterBlanks(text, line);
            if (text.startsWith(quotes, head)) {
                return head;
            }
        }
        return -1;
    }

    /**
     * The start of the first line that opens a text of its own and is not indented more than {@code indentation}; or
     * -1 when there is none before {@code to}.
     */
    static int openingLine(String text, int from, int to, int indentation) {
        for (int line = from; line < to; line = lineEnd(text, line) + 1) {
            int head = afterBlanks(text, line);
            if (head - line <= indentation && opensText(text, head)) {
                return line;
            }
        }
        return -1;
    }

    /** Whether a line begins with a word of the language and ends with opening quotes of a block. */
    private static boolean opensText(String text, int head) {
        int end = lineEnd(text, head);
        while (end > head && text.charAt(end - 1) <= ' ') {
            end--;
        }
        for (String quotes : QUOTES) {
            int at = end - quotes.length();
            if (at > head && text.startsWith(quotes, at) && text.charAt(at - 1) != '\\') {
                int word = head;
                while (word < at && Character.isLetter(text.charAt(word))) {
                    word++;
                }
                return Words.beginning(text.substring(head, word)) != 0
                        && text.charAt(word) <= ' '
                        && text.indexOf(quotes, head) == at;
            }
        }
        return false;
    }
}
