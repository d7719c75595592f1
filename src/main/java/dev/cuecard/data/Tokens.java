package dev.cuecard.data;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import org.jspecify.annotations.Nullable;

/** Counts the tokens of texts, where the library for it is there: it is optional. */
public final class Tokens {

    /** What newer models use: the best estimate for one of which no encoding is known. */
    private static final String LIKELY = "o200k_base";

    private static final @Nullable Counter COUNTER = counter();

    private Tokens() {}

    /**
     * The tokens of a text alone; a request has a few more for each message.
     *
     * @param model the model that is to read it, or null if it is not known
     * @return null when the library is not there
     */
    public static @Nullable TokenCount count(@Nullable ModelFacts model, String text) {
        if (COUNTER == null) {
            return null;
        }
        String known = model == null ? null : model.encoding();
        TokenCount exact = known == null ? null : COUNTER.count(known, text, true);
        return exact != null ? exact : COUNTER.count(LIKELY, text, false);
    }

    private static @Nullable Counter counter() {
        try {
            return new Counter();
        } catch (NoClassDefFoundError e) {
            return null;
        }
    }

    /** Apart, so that this class can be loaded without the library. */
    private static final class Counter {

        private final EncodingRegistry encodings = Encodings.newLazyEncodingRegistry();

        private @Nullable TokenCount count(String name, String text, boolean exact) {
            Encoding encoding =
                    EncodingType.fromName(name).map(encodings::getEncoding).orElse(null);
            // "Ordinary": what looks like a control token in a text is text.
            return encoding == null ? null : new TokenCount(encoding.countTokensOrdinary(text), exact);
        }
    }
}
