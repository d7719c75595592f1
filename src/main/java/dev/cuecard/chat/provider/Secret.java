package dev.cuecard.chat.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A key. It shows itself to nobody who does not ask for it by name, and can be taken out of other texts. */
public final class Secret {

    /** What stands in a text where a secret stood. */
    public static final String MASK = "***";

    /** Below this length a secret may be a word: it is masked only where it is not part of another. */
    private static final int SHORT = 8;

    /** From this length on no text has it by chance, so that it may be taken out of a model's own words. */
    private static final int TELLING = 16;

    /** Keys of the well-known shapes, also those that nobody told of. */
    private static final Pattern LIKELY_KEY =
            Pattern.compile("\\b(?:sk|rk|pk|gsk|xai|key)-[A-Za-z0-9_-]{6,}[A-Za-z0-9_*-]*|\\bBearer +[^\\s\"',;]{6,}");

    private final String value;
    private final List<String> spellings;

    /** @param value not empty */
    public Secret(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an empty secret");
        }
        this.value = value;
        this.spellings = spellings(value);
    }

    /** The secret itself, to be sent to where it belongs and nowhere else. */
    public String reveal() {
        return value;
    }

    /** Whether it is so long that no other text is taken for it. */
    boolean isTelling() {
        return value.length() >= TELLING;
    }

    /**
     * The text with {@link #MASK} wherever it held this secret: plain, as a part of a URL, of JSON or of HTML, in Base64;
     * a long one also where only a part of it stands.
     */
    public String mask(String text) {
        String masked = text;
        for (String spelling : spellings) {
            masked = value.length() >= SHORT ? masked.replace(spelling, MASK) : replaceWord(masked, spelling);
        }
        return Fragments.mask(masked, value);
    }

    /** How many characters at the end of a text may be the beginning of this secret, or of a part of it. */
    int begun(CharSequence text) {
        int most = 0;
        for (String spelling : spellings) {
            most = Math.max(most, Fragments.begun(text, spelling));
        }
        return most;
    }

    private static String replaceWord(String text, String secret) {
        Pattern word = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])");
        return word.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
    }

    /** All ways to write it that some server or library uses, the longest first. */
    private static List<String> spellings(String value) {
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
        String html = value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        List<String> all = new ArrayList<>(List.of(
                value,
                url,
                url.replace("+", "%20"),
                lower(url),
                json,
                json.replace("/", "\\/"),
                html,
                html.replace("'", "&#39;")));
        if (value.length() >= SHORT) {
            all.addAll(base64(value));
        }
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** With the escapes of a URL in small letters. */
    private static String lower(String url) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(url)
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /** What it is in Base64, wherever in a longer text it stood: less the ends, which hold bits of its neighbours. */
    private static List<String> base64(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Stream.of(0, 1, 2)
                .flatMap(before -> {
                    byte[] shifted = new byte[before + bytes.length];
                    System.arraycopy(bytes, 0, shifted, before, bytes.length);
                    int whole = shifted.length - shifted.length % 3;
                    byte[] sure = Arrays.copyOfRange(shifted, before == 0 ? 0 : 3, whole);
                    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                            .map(encoder -> encoder.encodeToString(sure));
                })
                .filter(text -> text.length() >= SHORT)
                .toList();
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
