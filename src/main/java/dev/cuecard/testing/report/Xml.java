package dev.cuecard.testing.report;

/** Text in XML. What XML has no way to hold becomes the replacement character. */
final class Xml {

    private Xml() {}

    static String text(String text) {
        return escaped(text, false);
    }

    static String attribute(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean attribute) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                // Of "]]>", which may not stand in text.
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t', '\r' -> {
                    if (attribute || point == '\r') {
                        out.append("&#").append(point).append(';');
                    } else {
                        out.appendCodePoint(point);
                    }
                }
                default -> out.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean allowed(int point) {
        return (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }
}
