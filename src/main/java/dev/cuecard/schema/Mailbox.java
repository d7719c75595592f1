package dev.cuecard.schema;

import dev.cuecard.data.Regex;

/**
 * A mailbox: a name and a domain. The library's own check knows a list of top-level domains, which grows old, and refuses
 * the reserved ones such as {@code .example}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2">RFC 5321, Mailbox</a>
 */
public final class Mailbox {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Regex MAILBOX = mailbox();

    private static Regex mailbox() {
        String atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10ffff}-]+";
        String quoted = "\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*\"";
        String label =
                "[A-Za-z0-9\\x{80}-\\x{10ffff}](?:[A-Za-z0-9\\x{80}-\\x{10ffff}-]*[A-Za-z0-9\\x{80}-\\x{10ffff}])?";
        String domain = "(?:" + label + "(?:\\." + label + ")*|\\[[0-9A-Fa-f:.]+\\]|\\[IPv6:[0-9A-Fa-f:.]+\\])";
        try {
            return Regex.of("^(?:" + atom + "(?:\\." + atom + ")*|" + quoted + ")@" + domain + "$");
        } catch (Regex.Broken e) {
            throw new IllegalStateException(e);
        }
    }

    private Mailbox() {}

    /** Whether a text is one. */
    public static boolean is(String text) {
        return text.length() <= LONGEST && text.lastIndexOf('@') <= LONGEST_LOCAL && MAILBOX.finds(text);
    }
}
