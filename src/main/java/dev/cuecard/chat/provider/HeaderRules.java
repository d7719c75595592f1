package dev.cuecard.chat.provider;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in a header, and in whose file. */
public final class HeaderRules {

    private static final Pattern WORD = Pattern.compile("[!-~]+");
    private static final Pattern LINE = Pattern.compile("[ -~]*");

    /** RFC 9110, token. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Those that the connection sets, and those that would change what the body is. */
    private static final Set<String> TAKEN = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "upgrade",
            "transfer-encoding",
            "te",
            "trailer",
            "accept-encoding",
            "content-type",
            "content-encoding",
            "keep-alive",
            "proxy-connection");

    /** Headers of such names hold secrets. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(proxy-)?authorization|(set-)?cookie2?|(.*-)?(auth|(api|access|secret)?-?key|token|secret|password)");

    private HeaderRules() {}

    /** Whether a header holds what nobody else should see, by its name or by what its value looks like. */
    public static boolean holdsSecret(String name, String value) {
        return !value.isBlank()
                && (SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
                        || !Secret.maskLikely(value).equals(value));
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !TAKEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Printable ASCII without a blank. */
    static boolean isWord(String value) {
        return WORD.matcher(value).matches();
    }

    /** One line of printable ASCII. */
    static boolean isLine(String value) {
        return LINE.matcher(value).matches();
    }
}
