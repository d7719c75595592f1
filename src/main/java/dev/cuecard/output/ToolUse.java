package dev.cuecard.output;

import dev.cuecard.data.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool by the model.
 *
 * @param ask the attempt whose reply calls it, from 1
 * @param id what the model refers to it by
 * @param name the tool, as the model names it
 * @param arguments what the model gives it; the text, where that is no JSON
 * @param outcome what became of it
 * @param result what the tool gave, or null when it gave nothing that counts
 * @param error why there is no result, in the words that the model was told; null when there is one, and for a call that
 *     was not answered
 * @param latencyMs how long the tool's code took, in milliseconds; 0 when it was not called
 */
public record ToolUse(
        int ask,
        String id,
        String name,
        Json arguments,
        Outcome outcome,
        @Nullable Json result,
        @Nullable String error,
        long latencyMs) {

    /** What became of a call. */
    public enum Outcome {
        /** The tool gave a result. */
        ANSWERED,
        /** There is no such tool; the model was told. */
        UNKNOWN_TOOL,
        /** The arguments do not fit the parameters; the model was told, the tool was not called. */
        INVALID_ARGUMENTS,
        /** The tool failed. */
        FAILED,
        /** The tool took too long. */
        TIMED_OUT,
        /** What the tool gave does not fit its type, and was not passed on. */
        INVALID_RESULT,
        /** Nobody answered it: there is no code for it, or a bound was reached. */
        UNANSWERED;

        /** As it is written: {@code invalid_arguments}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As a member of the envelope. */
    public Json.Obj toJson() {
        return Json.object()
                .put("ask", ask)
                .put("id", id)
                .put("name", name)
                .put("arguments", arguments)
                .put("outcome", outcome.word())
                .put("result", result == null ? Json.nil() : result)
                .put("error", error == null ? Json.nil() : Json.of(error))
                .put("latency_ms", latencyMs)
                .done();
    }
}
