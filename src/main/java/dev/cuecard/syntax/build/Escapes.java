package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.antlr.TextScan;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import java.util.regex.Pattern;

/** What literal text stands for: escapes and line ends. */
final class Escapes {

    /** Some programs double the CR of a line end. */
    private static final Pattern LINE_END = Pattern.compile("\r+\n");

    private static final String SHORT = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final Reading reading;

    Escapes(Reading reading) {
        this.reading = reading;
    }

    TextPart.Literal literal(Expression.Quote quote, Span span) {
        String text = span.text();
        boolean escapes = text.indexOf('\\') >= 0;
        String resolved = switch (quote) {
            case STRING -> escapes ? string(span) : text;
            case BLOCK -> escapes ? block(span) : text;
            case RAW, RAW_BLOCK -> text;
        };
        return new TextPart.Literal(
                span,
                resolved.indexOf('\r') < 0 || quote == Expression.Quote.STRING
                        ? resolved
                        : LINE_END.matcher(resolved).replaceAll("\n"));
    }

    private static String block(Span span) {
        String source = span.source().text();
        StringBuilder out = new StringBuilder(span.end() - span.start());
        int i = span.start();
        while (i < span.end()) {
            char c = source.charAt(i);
            if (c == '\\' && TextScan.isTwoBraces(source, i + 1)) {
                out.append("{{");
                i += 3;
            } else if (c == '\\' && source.startsWith("\"\"\"", i + 1)) {
                out.append("\"\"\"");
                i += 4;
            } else if (c == '\\' && source.startsWith("\\", i + 1) && TextScan.isTwoBraces(source, i + 2)) {
                out.append('\\');
                i += 2;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    private String string(Span span) {
        String source = span.source().text();
        StringBuilder out = new StringBuilder(span.end() - span.start());
        int i = span.start();
        while (i < span.end()) {
            char c = source.charAt(i);
            if (c != '\\') {
                out.append(c);
                i++;
            } else if (TextScan.isTwoBraces(source, i + 1)) {
                out.append("{{");
                i += 3;
            } else {
                i = escape(span, i, out);
            }
        }
        return out.toString();
    }

    private int escape(Span span, int at, StringBuilder out) {
        String source = span.source().text();
        char sign = at + 1 < span.end() ? source.charAt(at + 1) : '\0';
        int known = SHORT.indexOf(sign);
        if (known >= 0) {
            out.append(MEANT.charAt(known));
            return at + 2;
        }
        if (sign == 'u' && at + 6 <= span.end() && isHex(source, at + 2)) {
            char unit = (char) Integer.parseInt(source.substring(at + 2, at + 6), 16);
            boolean second = Character.isLowSurrogate(unit)
                    && !out.isEmpty()
                    && Character.isHighSurrogate(out.charAt(out.length() - 1));
            boolean followed = Character.isHighSurrogate(unit) && isLowEscape(source, at + 6, span.end());
            if (Character.isSurrogate(unit) && !second && !followed) {
                reading.report(SyntaxErrors.halfCharacter(span.source().span(at, at + 6)));
                return at + 6;
            }
            out.append(unit);
            return at + 6;
        }
        int end = sign == '\0' ? at + 1 : at + 1 + Character.charCount(source.codePointAt(at + 1));
        reading.report(SyntaxErrors.escape(span.source().span(at, end)));
        out.append(source, at, end);
        return end;
    }

    private static boolean isLowEscape(String source, int at, int end) {
        return at + 6 <= end
                && source.startsWith("\\u", at)
                && isHex(source, at + 2)
                && Character.isLowSurrogate((char) Integer.parseInt(source.substring(at + 2, at + 6), 16));
    }

    private static boolean isHex(String source, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(source.charAt(i), 16) < 0 || source.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }
}
