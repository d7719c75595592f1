package dev.cuecard.output;

import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.render.Omitted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole result of a run, as programs read it. All members are always there; what is not known is null.
 *
 * @param prompt the prompt's name, or null when its file has mistakes
 * @param promptVersion the {@code version} of its header, or null
 * @param promptHash a hash of the prompt and all that it imports, or null when its file has mistakes
 * @param requestHash a hash of the canonical body of the first request, or null when there was none
 * @param requestedModel the model that was asked, or null
 * @param model the model that the server says has answered, or null
 * @param provider the provider's name, or null
 * @param simulated whether the simulator answered
 * @param output the value, of a valid reply; null otherwise
 * @param outcome the verdict on the last reply, or null when a mistake in the inputs kept anything from being asked
 * @param errors what is wrong with it
 * @param reply the text of the last reply, or null without one
 * @param recoveries what was done to understand it
 * @param omitted the messages that were not sent
 * @param rewritten what the wire schema leaves out
 * @param finishReason why the model stopped, or null
 * @param attempts one for each ask, in their order
 * @param toolCalls the calls of tools by the model, in their order
 * @param usage the tokens of all attempts, or null when those of one are not known
 * @param costUsd what all attempts cost, or null when it is not known
 * @param latencyMs how long it took altogether, in milliseconds
 * @param cuecard the version of this engine
 */
public record Envelope(
        @Nullable String prompt,
        @Nullable String promptVersion,
        @Nullable String promptHash,
        @Nullable String requestHash,
        @Nullable String requestedModel,
        @Nullable String model,
        @Nullable String provider,
        boolean simulated,
        @Nullable Json output,
        @Nullable Outcome outcome,
        List<ReplyError> errors,
        @Nullable String reply,
        List<Recovery> recoveries,
        List<Omitted> omitted,
        List<String> rewritten,
        @Nullable String finishReason,
        List<Attempt> attempts,
        List<ToolUse> toolCalls,
        @Nullable Usage usage,
        @Nullable BigDecimal costUsd,
        long latencyMs,
        String cuecard) {

    /** The number of this form of the envelope. */
    public static final int EDITION = 1;

    /** Copies the lists. */
    public Envelope {
        errors = List.copyOf(errors);
        recoveries = List.copyOf(recoveries);
        omitted = List.copyOf(omitted);
        rewritten = List.copyOf(rewritten);
        attempts = List.copyOf(attempts);
        toolCalls = List.copyOf(toolCalls);
    }

    /**
     * One ask.
     *
     * @param outcome the verdict on its reply
     * @param usage its tokens, or null
     * @param latencyMs how long it took, waits included, in milliseconds
     * @param requestId the provider's name for it, or null
     * @param retries the further HTTP attempts in it
     */
    public record Attempt(
            Outcome outcome,
            @Nullable Usage usage,
            long latencyMs,
            @Nullable String requestId,
            int retries) {

        Json.Obj toJson() {
            return Json.object()
                    .put("outcome", outcome.word())
                    .put("usage", json(usage))
                    .put("latency_ms", latencyMs)
                    .put("request_id", json(requestId))
                    .put("retries", retries)
                    .done();
        }
    }

    /** The JSON Schema that {@link #toJson} keeps, as text. */
    public static String schema() {
        try (InputStream in = Envelope.class.getResourceAsStream("envelope.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("no envelope.schema.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As JSON. */
    public Json.Obj toJson() {
        return Json.object()
                .put("envelope", EDITION)
                .put("prompt", json(prompt))
                .put("prompt_version", json(promptVersion))
                .put("prompt_hash", json(promptHash))
                .put("request_hash", json(requestHash))
                .put("requested_model", json(requestedModel))
                .put("model", json(model))
                .put("provider", json(provider))
                .put("simulated", simulated)
                .put("output", output == null ? Json.nil() : output)
                .put("outcome", outcome == null ? Json.nil() : Json.of(outcome.word()))
                .put("errors", Json.array(errors.stream().map(Envelope::json).toList()))
                .put("reply", json(reply))
                .put(
                        "recoveries",
                        Json.array(recoveries.stream().map(Envelope::json).toList()))
                .put("omitted", Json.array(omitted.stream().map(Envelope::json).toList()))
                .putStrings("rewritten", rewritten)
                .put("finish_reason", json(finishReason))
                .put(
                        "attempts",
                        Json.array(attempts.stream().map(Attempt::toJson).toList()))
                .put(
                        "tool_calls",
                        Json.array(toolCalls.stream().map(ToolUse::toJson).toList()))
                .put("usage", json(usage))
                .put("cost_usd", costUsd == null ? Json.nil() : Json.of(costUsd))
                .put("latency_ms", latencyMs)
                .put("cuecard", cuecard)
                .done();
    }

    private static Json json(@Nullable String text) {
        return text == null ? Json.nil() : Json.of(text);
    }

    private static Json json(@Nullable Usage usage) {
        if (usage == null) {
            return Json.nil();
        }
        return Json.object()
                .put("prompt_tokens", usage.promptTokens())
                .put("cached_tokens", usage.cachedTokens())
                .put("completion_tokens", usage.completionTokens())
                .put("total_tokens", usage.totalTokens())
                .done();
    }

    private static Json json(ReplyError error) {
        return Json.object()
                .put("pointer", error.pointer())
                .put("message", error.message())
                .put("in_reply", place(error.inReply()))
                .put("in_prompt", place(error.inPrompt()))
                .done();
    }

    private static Json json(Recovery recovery) {
        return Json.object()
                .put("kind", recovery.kind().word())
                .put("message", recovery.message())
                .put("at", place(recovery.at()))
                .done();
    }

    private static Json json(Omitted omitted) {
        return Json.object()
                .put("role", omitted.role())
                .put("at", place(omitted.at()))
                .done();
    }

    /**
     * A place as JSON: lines and columns from 1, columns in code points, the end after the last character; null for none.
     */
    public static Json place(@Nullable Span span) {
        if (span == null) {
            return Json.nil();
        }
        return Json.object()
                .put("source", span.source().name())
                .put("line", span.line())
                .put("column", span.column())
                .put("end_line", span.atEnd().line())
                .put("end_column", span.atEnd().column())
                .done();
    }
}
