package dev.cuecard.testing.report.html;

import dev.cuecard.diagnostic.Visible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes HTML. Whatever is handed over as text or as the value of an attribute is nothing else on the page: it cannot end
 * its element, and characters that do not show, or move what does, are shown as escapes.
 */
final class Html {

    /** As long a run of back-quotes ends the code as begins it. */
    private static final Pattern QUOTED = Pattern.compile("(?<!`)(`+)(?!`)(.{1,400}?)(?<!`)\\1(?!`)");

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values by turns, a null value leaves its attribute out. */
    Html open(String tag, String... attributes) {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** An element that holds nothing, as HTML knows them: {@code meta}, {@code input}. */
    Html empty(String tag, String... attributes) {
        tag(tag, attributes);
        return this;
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** A sentence, in which what stands in back-quotes is shown as code. */
    Html words(String text) {
        Matcher quoted = QUOTED.matcher(text);
        int at = 0;
        while (quoted.find()) {
            escape(text.substring(at, quoted.start()));
            element("code", "", quoted.group(2));
            at = quoted.end();
        }
        escape(text.substring(at));
        return this;
    }

    /** An element with text alone. */
    Html element(String tag, String className, String text) {
        return (className.isEmpty() ? open(tag) : open(tag, "class", className))
                .text(text)
                .close();
    }

    /** The content of a {@code style} or {@code script} element: our own, and nothing that a run has brought. */
    Html own(String tag, String content) {
        if (content.contains("</")) {
            throw new IllegalArgumentException("ends its element: " + tag);
        }
        out.append('<')
                .append(tag)
                .append('>')
                .append(content)
                .append("</")
                .append(tag)
                .append('>');
        return this;
    }

    Html line() {
        out.append('\n');
        return this;
    }

    int length() {
        return out.length();
    }

    private void escape(String text) {
        String shown = Visible.lines(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /** The page, once every element is closed. */
    String done() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return "<!doctype html>\n" + out;
    }
}
