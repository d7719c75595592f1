package dev.cuecard.chat.reply;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.diagnostic.Quoted;
import java.util.Objects;

/**
 * One request to one provider: what messages about it speak of.
 *
 * @param provider where it goes
 * @param request what is asked
 * @param size the bytes of its body
 */
public record Call(Provider provider, ChatRequest request, int size) {

    /** The longest text of a server that a message shows, in code points: a sentence or two. */
    private static final int LONGEST = 130;

    /** The address, in back-quotes. */
    public String where() {
        return Quoted.of(provider.address());
    }

    /** The whole URL of the request, in back-quotes. */
    public String endpoint() {
        return Quoted.of(provider.mask(provider.endpoint("chat/completions").toString()));
    }

    String model() {
        return Objects.requireNonNullElse(request.model(), "");
    }

    /** What a server says, fit to be shown: masked, on one line, cut, in back-quotes. */
    String quote(String text) {
        String line = provider.mask(text).strip().replaceAll("\\s+", " ").replace('`', '\'');
        return "`" + Quoted.cut(line, LONGEST) + "`";
    }
}
