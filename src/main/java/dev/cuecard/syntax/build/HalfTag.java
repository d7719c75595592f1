package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.TextPart;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain text that was to be a tag and has too few braces at its beginning, or those of another language. */
final class HalfTag {

    private static final String OPENING = "(?<!\\{)(?:[$#<]?\\{%?|<%)?[ \t]*~?[ \t]*";

    /** What was to open an {@code if} or a {@code for}. */
    static final Pattern OPENER = Pattern.compile(OPENING + "(?:if|for)[ \t]+[^{}\n]+}}");
    /** What was to end one. */
    static final Pattern END = Pattern.compile(OPENING + "end[ \t]*~?}}");

    private HalfTag() {}

    /** The first of them in a text from there on, or null. */
    static @Nullable Span in(Span text, List<TextPart> parts, Pattern pattern, int from) {
        Source source = text.source();
        for (TextPart part : parts) {
            Span span = part.span();
            if (!(part instanceof TextPart.Literal) || span.start() < from) {
                continue;
            }
            Matcher matcher = pattern.matcher(source.text()).region(span.start(), span.end());
            if (matcher.find()) {
                int start = matcher.start();
                while (source.text().charAt(start) <= ' ') {
                    start++;
                }
                return source.span(start, matcher.end());
            }
        }
        return null;
    }
}
