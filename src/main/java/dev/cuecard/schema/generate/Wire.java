package dev.cuecard.schema.generate;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.OptionalNulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as the schema that structured outputs take, {@code strict: true}. Values come back through {@link
 * OptionalNulls}.
 *
 * @param schema the schema; of no use when a problem stops it
 * @param rewritten what the schema cannot say as it is, each as a place and what was done: {@code /reasons/*: at most
 *     120 characters, said in the description}; {@code *} stands for any item
 * @param problems what the API would refuse, or is likely to
 */
public record Wire(Json.Obj schema, List<String> rewritten, List<Problem> problems) {

    /** Copies the lists. */
    public Wire {
        rewritten = List.copyOf(rewritten);
        problems = List.copyOf(problems);
    }

    /**
     * Something that the API would not take.
     *
     * @param refused whether it is refused for sure; if not, it is near a limit that some models have
     * @param place where in the value, {@code *} for any item; empty for the whole
     * @param text what stands there, worded as a label
     * @param origin the text of the prompt that asked for it, or null
     */
    public record Problem(
            boolean refused,
            String place,
            String text,
            @Nullable Span origin) {}

    /** Whether it can be sent. */
    public boolean canBeSent() {
        return problems.stream().noneMatch(Problem::refused);
    }
}
