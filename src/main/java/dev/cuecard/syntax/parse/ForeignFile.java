package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files of other tools, which end in {@code .prompt} too: one finding names the format. */
final class ForeignFile {

    private static final Pattern YAML = Pattern.compile(
            "(?:#.*\\s+)*(?:name|description|authors?|model|messages|inputs?|output|template|template_format|prompt"
                    + "|system|user|version|metadata|parameters|_type):(?:[ \\t].*)?(?:\\R.*)*");

    private ForeignFile() {}

    /** The one finding of a file that is no prompt of ours, or null. */
    static @Nullable Diagnostic recognize(Source source) {
        String text = source.text();
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        if (start == text.length()) {
            return null;
        }
        char first = text.charAt(start);
        if (first == '-' && text.startsWith("---", start)) {
            return found(source.span(start, start + 3), frontMatter(text.substring(start)));
        } else if (first == '<'
                && Pattern.compile("</?[A-Za-z!?]")
                        .matcher(text)
                        .region(start, text.length())
                        .lookingAt()) {
            return found(line(source, start), "markup (XML or HTML)");
        } else if (first == '{'
                && Pattern.compile("\\{\\s*\"")
                        .matcher(text)
                        .region(start, text.length())
                        .lookingAt()) {
            return found(source.span(start, start + 1), "JSON");
        }
        int end = Math.min(text.length(), start + 400);
        if ((Character.isLetter(first) || first == '#' || first == '_')
                && YAML.matcher(text.substring(start, end)).lookingAt()
                && text.substring(start, Math.min(end, lineEnd(text, start))).matches("(?:\\w+:|#).*\\s*")) {
            return found(line(source, start), "YAML");
        }
        return null;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static Span line(Source source, int start) {
        int end = lineEnd(source.text(), start);
        while (end > start + 1 && source.text().charAt(end - 1) <= ' ') {
            end--;
        }
        return source.span(start, end);
    }

    private static String frontMatter(String text) {
        int close = text.indexOf("\n---", 3);
        String head = close < 0 ? text : text.substring(0, close);
        String body = close < 0 ? "" : text.substring(close + 4);
        if (body.contains("{{role ") || body.contains("{{media ") || head.contains("\nconfig:")) {
            return "a Dotprompt file (YAML front matter between `---`, then a Handlebars template)";
        } else if (Pattern.compile("(?m)^(?:system|user|assistant):\\s*$")
                        .matcher(body)
                        .find()
                || head.contains("\nauthors:")) {
            return "a Prompty file (YAML front matter between `---`, then a Jinja template)";
        }
        return "front matter (YAML between `---`) of another tool";
    }

    private static Diagnostic found(Span at, String format) {
        return Diagnostic.error(
                        Code.P021,
                        "the file is not a Cuecard prompt: it looks like " + format,
                        at,
                        "begins as no Cuecard prompt does")
                .note(
                        "a Cuecard prompt begins with `prompt name`, a library with a declaration such as `type` or `model`")
                .done();
    }
}
