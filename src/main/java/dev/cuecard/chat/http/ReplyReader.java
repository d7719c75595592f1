package dev.cuecard.chat.http;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Fault;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an answer of a whole HTTP reply. */
final class ReplyReader {

    private final Call call;

    ReplyReader(Call call) {
        this.call = call;
    }

    Answer read(int status, HttpHeaders headers, byte[] body) {
        String requestId = headers.firstValue("x-request-id")
                .filter(id -> !id.isBlank() && id.length() <= 200)
                .map(call.provider()::mask)
                .orElse(null);
        String text = text(body);
        Json json = text == null ? null : json(text);
        if (status >= 300 && status < 400) {
            return bad(
                    StatusErrors.redirect(call, headers.firstValue("Location").orElse(null)),
                    new Fault(Fault.Kind.REDIRECT, status, null, requestId));
        } else if (status >= 400) {
            return status(status, headers, text, json, requestId);
        }
        Answer.Bad wrong = wrong(status, headers, body, text, json, requestId);
        return wrong != null ? wrong : reply(status, (Json.Obj) Objects.requireNonNull(json), requestId);
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
            return new Answer.Good(failedGeneration(error.generation(), requestId));
        }
        Fault fault = new Fault(Fault.Kind.STATUS, status, error.code(), requestId);
        String shown = error.message() == null && json == null && text != null ? plainText(text) : null;
        return bad(new StatusErrors(call, status, error, headers).diagnostic(shown), fault);
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

    private Answer reply(int status, Json.Obj body, @Nullable String requestId) {
        ServerError error = ServerError.inReply(body);
        if (error != null) {
            if (error.hasCode("json_validate_failed") && error.generation() != null) {
                return new Answer.Good(failedGeneration(error.generation(), requestId));
            }
            Fault fault = new Fault(Fault.Kind.ERROR_IN_REPLY, status, error.code(), requestId);
            HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
            return bad(new StatusErrors(call, status, error, none).diagnostic(null), fault);
        }
        Fault noReply = new Fault(Fault.Kind.NOT_A_REPLY, status, null, requestId);
        if (!(body.get("choices") instanceof Json.Arr choices)) {
            return bad(ReplyErrors.notAReply(call, "the body has no list `choices`"), noReply);
        }
        if (choices.items().isEmpty()) {
            return bad(ReplyErrors.noChoice(call), new Fault(Fault.Kind.EMPTY, status, null, requestId));
        }
        ChatReply reply = CompletionReader.read(body, first(choices), requestId);
        return reply == null
                ? bad(ReplyErrors.notAReply(call, "the first of its `choices` has no `message` with a text"), noReply)
                : new Answer.Good(reply);
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
