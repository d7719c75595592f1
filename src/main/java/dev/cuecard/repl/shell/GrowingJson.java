package dev.cuecard.repl.shell;

/** JSON that is not all there yet, laid out as the whole will be. */
final class GrowingJson {

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private GrowingJson(String text) {
        this.text = text;
    }

    /** A text as far as it has arrived; what is no JSON is left as it is. */
    static String laidOut(String text) {
        String json = text.strip();
        return json.startsWith("{") || json.startsWith("[") ? new GrowingJson(json).layOut() : text;
    }

    private String layOut() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '"' ? stringEnd(at) : at + 1;
            if (c == '{' || c == '[') {
                depth++;
                boolean empty = isClosedNext(at + 1);
                out.append(c);
                if (!empty) {
                    newLine();
                }
            } else if (c == '}' || c == ']') {
                depth = Math.max(0, depth - 1);
                char before = out.charAt(out.length() - 1);
                if (before != '{' && before != '[') {
                    newLine();
                }
                out.append(c);
            } else if (c == ',') {
                out.append(c);
                newLine();
            } else if (c == ':') {
                out.append(": ");
            } else if (c > ' ') {
                out.append(text, at, end);
            }
            at = end;
        }
        return out.toString().stripTrailing();
    }

    private boolean isClosedNext(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at < text.length() && (text.charAt(at) == '}' || text.charAt(at) == ']');
    }

    private int stringEnd(int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(depth));
    }
}
