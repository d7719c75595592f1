package dev.cuecard.bind.decode;

import dev.cuecard.bind.JavaType;
import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.bind.match.Reads;
import dev.cuecard.bind.match.Slot;
import dev.cuecard.bind.match.Unfit;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes Java values of one type of values of one type of a prompt; that they go together was found when it was made. */
public final class Decoder {

    private final Reads reads;

    private Decoder(Reads reads) {
        this.reads = reads;
    }

    /**
     * A decoder, or why there is none.
     *
     * @param decoder null when there are findings
     */
    public record Made(@Nullable Decoder decoder, List<Diagnostic> findings) {
        /** Copies the findings. */
        public Made {
            findings = List.copyOf(findings);
        }
    }

    /** A Java value, or why a value has none. */
    public record Decoded(@Nullable Object value, @Nullable Diagnostic mistake) {}

    /**
     * Compares the two types.
     *
     * @param java what is wanted
     * @param at what messages call it, such as {@code Sentiment.classify}; empty for the type alone
     * @param type what there is
     * @param origin where the prompt says so, where the type itself does not
     */
    public static Made of(JavaType java, String at, Type type, @Nullable Span origin) {
        Maker maker = new Maker(false);
        Reads reads = maker.make(new Slot(java, at, origin), type);
        List<Diagnostic> findings =
                maker.findings().stream().distinct().sorted(Diagnostic.BY_PLACE).toList();
        return findings.isEmpty() ? new Made(new Decoder(reads), findings) : new Made(null, findings);
    }

    /** The Java value of a value that fits the prompt's type. */
    public Decoded decode(Json value) {
        try {
            return new Decoded(reads.read(value, JsonPointer.ROOT), null);
        } catch (Unfit unfit) {
            Json part = value;
            for (String token : JsonPointer.tokens(unfit.pointer())) {
                part = part instanceof Json.Arr list
                        ? list.items().get(Integer.parseInt(token))
                        : ((Json.Obj) part).members().getOrDefault(token, Json.nil());
            }
            return new Decoded(null, BindErrors.unfit(unfit, part));
        }
    }
}
