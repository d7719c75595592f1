package dev.cuecard.chat.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a provider's secrets out of what it answers, should it repeat them. What a model says is changed for nothing less:
 * a secret that is short enough to be a word stays.
 */
public final class ReplyMask {

    private final List<Secret> secrets;

    ReplyMask(List<Secret> secrets) {
        this.secrets = secrets.stream().filter(Secret::isTelling).toList();
    }

    /** A text without the secrets; null stays null. */
    public @Nullable String orNull(@Nullable String text) {
        return text == null ? null : mask(text);
    }

    /** A text without the secrets. */
    public String mask(String text) {
        String masked = text;
        for (Secret secret : secrets) {
            masked = secret.mask(masked);
        }
        return masked;
    }

    /** Begins a text that arrives in pieces. */
    public Pieces pieces() {
        return new Pieces();
    }

    /** A text that arrives in pieces: an end that may be the beginning of a secret is kept until more of it is there. */
    public final class Pieces {

        private final StringBuilder kept = new StringBuilder();

        /** The end of what was shown: a secret that comes letter by letter is known by it. */
        private String shown = "";

        private Pieces() {}

        /** What can be shown, now that this has arrived. */
        public String next(String more) {
            if (secrets.isEmpty()) {
                return more;
            }
            kept.append(more);
            int begun = 0;
            for (Secret secret : secrets) {
                begun = Math.max(begun, secret.begun(shown + kept));
            }
            String sure = kept.substring(0, Math.max(0, kept.length() - begun));
            kept.delete(0, sure.length());
            String both = shown + sure;
            shown = both.substring(Math.max(0, both.length() - Fragments.BEGINNING + 1));
            return mask(sure);
        }

        /** What is left when nothing more comes. */
        public String end() {
            String rest = mask(kept.toString());
            kept.setLength(0);
            return rest;
        }
    }
}
