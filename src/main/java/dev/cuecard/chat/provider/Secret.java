package dev.cuecard.chat.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key. It shows itself to nobody who does not ask for it by name, and can be taken out of other texts. */
public final class Secret {

    /** What stands in a text where a secret stood. */
    public static final String MASK = "***";

    /** Below this length a secret may be a word: it is masked only where it is not part of another. */
    private static final int SHORT = 8;

    /** Keys of the well-known shapes, also those that nobody told of. */
    private static final Pattern LIKELY_KEY =
            Pattern.compile("\\b(?:sk|rk|pk|gsk|xai|key)-[A-Za-z0-9_-]{6,}[A-Za-z0-9_*-]*|\\bBearer +[^\\s\"',;]{6,}");

    private final String value;

    /** @param value not empty */
    public Secret(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an empty secret");
        }
        this.value = value;
    }

    /** The secret itself, to be sent to where it belongs and nowhere else. */
    public String reveal() {
        return value;
    }

    /** The text with {@link #MASK} wherever it held this secret, plain or as part of a URL. */
    public String mask(String text) {
        String masked = replace(text, value);
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return encoded.equals(value) ? masked : replace(masked, encoded);
    }

    private static String replace(String text, String secret) {
        if (secret.length() >= SHORT) {
            return text.replace(secret, MASK);
        }
        Pattern word = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])");
        return word.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
    }

    /** The text without what looks like a key of any of the well-known shapes. */
    public static String maskLikely(String text) {
        return LIKELY_KEY.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
