package dev.cuecard.chat.reply;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Fault;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an answer of a whole HTTP reply. */
public final class ReplyReader {

    private final Call call;

    /** Reads the replies to one request. */
    public ReplyReader(Call call) {
        this.call = call;
    }

    /** Reads a whole reply. */
    public Answer read(int status, HttpHeaders headers, byte[] received) {
        String requestId = requestId(call, headers);
        byte[] body = received;
        try {
            body = Gzip.isGzip(received) ? Gzip.unpack(received) : received;
        } catch (Gzip.TooLarge e) {
            String limit = "unpacking it stopped after " + (Gzip.LARGEST >> 20) + " MiB";
            return bad(ReplyErrors.tooLarge(call, limit), new Fault(Fault.Kind.TOO_LARGE, status, null, requestId));
        } catch (IOException e) {
            if (status < 300) {
                return bad(ReplyErrors.damaged(call), new Fault(Fault.Kind.CUT, status, null, requestId));
            }
        }
        String text = text(body);
        Json json = text == null ? null : json(text);
        if (status >= 300 && status < 400) {
            return bad(
                            StatusErrors.redirect(
                                    call, headers.firstValue("Location").orElse(null)),
                            new Fault(Fault.Kind.REDIRECT, status, null, requestId))
                    .with(headers);
        } else if (status >= 400) {
            return status(status, headers, text, json, requestId);
        }
        Answer.Bad wrong = wrong(status, headers, body, text, json, requestId);
        if (wrong != null) {
            return text != null && StreamReading.looksLikeEvents(text)
                    ? new StreamReading(call, status, headers).readWhole(body)
                    : wrong.with(headers);
        }
        return reply(status, headers, (Json.Obj) Objects.requireNonNull(json), requestId);
    }

    /** What the provider calls the request, masked, or null. */
    static @Nullable String requestId(Call call, HttpHeaders headers) {
        return headers.firstValue("x-request-id")
                .filter(id -> !id.isBlank() && id.length() <= 200)
                .map(call.provider()::mask)
                .orElse(null);
    }

    /** Strictly UTF-8, but for a byte-order mark; null for anything else. */
    private static @Nullable String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Json json(String text) {
        return JsonText.parse(new Source("reply", text)) instanceof JsonReading.Parsed parsed
                ? parsed.document().value()
                : null;
    }

    private Answer status(
            int status, HttpHeaders headers, @Nullable String text, @Nullable Json json, @Nullable String requestId) {
        ServerError error = ServerError.ofStatus(json);
        if (error.hasCode("json_validate_failed") && error.generation() != null) {
            return new Answer.Good(failedGeneration(error.generation(), requestId), List.of());
        }
        Fault fault = new Fault(Fault.Kind.STATUS, status, error.code(), requestId);
        String shown = error.message() == null && json == null && text != null ? plainText(text) : null;
        StatusErrors told = new StatusErrors(call, status, error, headers);
        return new Answer.Bad(told.diagnostic(shown), fault, told.isHopeless(), headers, null);
    }

    /** What a page or a plain text says, without its tags. */
    private static @Nullable String plainText(String text) {
        String title = text.replaceFirst("(?is)^.*?<title[^>]*>(.*?)</title>.*$", "$1");
        String plain = title.replaceAll("<[^>]*>", " ").strip();
        return plain.isEmpty() ? null : plain;
    }

    /** The model did write something, though no JSON: an invalid reply, not a fault of the world. */
    private ChatReply failedGeneration(String generation, @Nullable String requestId) {
        return new ChatReply(null, generation, null, List.of(), null, null, requestId, false);
    }

    /** Why a body with a good status is no reply, or null for one that can be read further. */
    private Answer.@Nullable Bad wrong(
            int status,
            HttpHeaders headers,
            byte[] body,
            @Nullable String text,
            @Nullable Json json,
            @Nullable String requestId) {
        String encoding =
                headers.firstValue("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        Fault noReply = new Fault(Fault.Kind.NOT_A_REPLY, status, null, requestId);
        if (body.length == 0 || (text != null && text.isBlank())) {
            return bad(
                    ReplyErrors.empty(call, status, body.length), new Fault(Fault.Kind.EMPTY, status, null, requestId));
        } else if (!encoding.equals("identity") && json == null) {
            return bad(
                    ReplyErrors.notAReply(
                            call, "the body is compressed as " + call.quote(encoding) + ", which was not asked for"),
                    noReply);
        } else if (text == null) {
            return bad(ReplyErrors.notAReply(call, "the body is not UTF-8"), noReply);
        } else if (json == null) {
            return bad(ReplyErrors.notJson(call, headers, text), noReply);
        } else if (!(json instanceof Json.Obj)) {
            return bad(
                    ReplyErrors.notAReply(call, "the body is JSON, but a " + json.kind() + " and no object"), noReply);
        }
        return null;
    }

    private Answer reply(int status, HttpHeaders headers, Json.Obj body, @Nullable String requestId) {
        ServerError error = ServerError.inReply(body);
        if (error != null) {
            if (error.hasCode("json_validate_failed") && error.generation() != null) {
                return new Answer.Good(failedGeneration(error.generation(), requestId), List.of());
            }
            return errorInReply(call, status, error, headers);
        }
        Fault noReply = new Fault(Fault.Kind.NOT_A_REPLY, status, null, requestId);
        if (!(body.get("choices") instanceof Json.Arr choices)) {
            return bad(ReplyErrors.notAReply(call, "the body has no list `choices`"), noReply);
        }
        if (choices.items().isEmpty()) {
            return bad(ReplyErrors.noChoice(call), new Fault(Fault.Kind.EMPTY, status, null, requestId))
                    .with(headers);
        }
        ChatReply reply = CompletionReader.read(body, first(choices), requestId);
        return reply == null
                ? bad(ReplyErrors.notAReply(call, "the first of its `choices` has no `message` with a text"), noReply)
                : new Answer.Good(reply, misnamed(headers));
    }

    /** Judged as if the status were 500. */
    static Answer.Bad errorInReply(Call call, int status, ServerError error, HttpHeaders headers) {
        Fault fault = new Fault(Fault.Kind.ERROR_IN_REPLY, status, error.code(), requestId(call, headers));
        StatusErrors told = new StatusErrors(call, status, error, headers);
        return new Answer.Bad(told.diagnostic(null), fault, told.isHopeless(), headers, null);
    }

    private List<Diagnostic> misnamed(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("");
        return type.isBlank() || type.toLowerCase(Locale.ROOT).contains("json")
                ? List.of()
                : List.of(ReplyErrors.namedText(call, type));
    }

    /** The choice of index 0, wherever it stands. */
    private static Json first(Json.Arr choices) {
        for (Json choice : choices.items()) {
            if (choice instanceof Json.Obj object
                    && object.get("index") instanceof Json.Num index
                    && index.value().signum() == 0) {
                return choice;
            }
        }
        return choices.items().get(0);
    }

    private static Answer.Bad bad(Diagnostic diagnostic, Fault fault) {
        return new Answer.Bad(diagnostic, fault);
    }
}
