package dev.cuecard.render.show;

import dev.cuecard.syntax.highlight.JsonHighlighter;
import dev.cuecard.syntax.highlight.Style;
import dev.cuecard.syntax.highlight.Styled;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of a request that is shown on a terminal: JSON as JSON, in a transcript what is not the messages' own text. */
public final class RequestColours {

    private static final Pattern RULE = Pattern.compile("--- (.+?) -{3,}");
    private static final Pattern SETTING = Pattern.compile("([a-z_]+): (.*)");

    private RequestColours() {}

    /**
     * The same text with ANSI's colours.
     *
     * @param shown what the format has made of a request
     */
    public static String paint(RequestFormat format, String shown) {
        return switch (format) {
            case json -> JsonHighlighter.paint(shown);
            // To be pasted.
            case curl -> shown;
            case text -> transcript(shown);
        };
    }

    private static String transcript(String shown) {
        List<Styled> parts = new ArrayList<>();
        boolean inMessages = false;
        int at = 0;
        for (String line : shown.split("\n", -1)) {
            Matcher rule = RULE.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (rule.matches()) {
                inMessages = true;
                parts.add(new Styled(at + rule.start(1), at + rule.end(1), Style.ROLE));
            } else if (!inMessages && setting.matches()) {
                parts.add(new Styled(at, at + setting.end(1), Style.KEY));
            } else if (inMessages && (line.startsWith("{") || line.startsWith("["))) {
                for (Styled part : JsonHighlighter.of(line)) {
                    parts.add(new Styled(at + part.start(), at + part.end(), part.style()));
                }
            }
            at += line.length() + 1;
        }
        return Styled.paint(shown, parts);
    }
}
