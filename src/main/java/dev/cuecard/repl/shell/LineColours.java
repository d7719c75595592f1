package dev.cuecard.repl.shell;

import dev.cuecard.syntax.highlight.Highlighter;
import dev.cuecard.syntax.highlight.Styled;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The colours of the text that is being typed. */
final class LineColours {

    private LineColours() {}

    /** A text with its colours; a command has one for its name. */
    static AttributedString of(String text) {
        AttributedStringBuilder out = new AttributedStringBuilder();
        if (text.startsWith(":")) {
            int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
            out.append(text.substring(0, end), AttributedStyle.BOLD.foreground(AttributedStyle.CYAN));
            return out.append(text.substring(end)).toAttributedString();
        }
        List<Styled> parts = Highlighter.of(text);
        int at = 0;
        for (Styled part : parts) {
            out.append(text.substring(at, part.start()));
            out.append(text.substring(part.start(), part.end()), style(part));
            at = part.end();
        }
        return out.append(text.substring(at)).toAttributedString();
    }

    /** JLine's own form of a style. */
    private static AttributedStyle style(Styled part) {
        AttributedStyle style = AttributedStyle.DEFAULT;
        for (String parameter : part.style().parameters().split(";", -1)) {
            int number = Integer.parseInt(parameter);
            style = switch (number) {
                case 1 -> style.bold();
                case 2 -> style.faint();
                case 3 -> style.italic();
                default -> style.foreground(number - 30);
            };
        }
        return style;
    }
}
