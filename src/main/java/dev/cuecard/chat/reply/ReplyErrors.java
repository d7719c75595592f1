package dev.cuecard.chat.reply;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What is wrong with a reply of a good status. */
final class ReplyErrors {

    private ReplyErrors() {}

    static Diagnostic empty(Call call, int status, int length) {
        return Diagnostic.error(Code.P732, "the reply of " + call.where() + " is empty (HTTP " + status + ")")
                .note(length == 0 ? "the body has no bytes" : "the body is only white space")
                .done();
    }

    static Diagnostic noChoice(Call call) {
        return Diagnostic.error(Code.P735, "the reply of " + call.where() + " has no choice")
                .note("its list `choices` is empty")
                .done();
    }

    static Diagnostic notAReply(Call call, String why) {
        return notAReply(call).note(why).done();
    }

    static Diagnostic notJson(Call call, HttpHeaders headers, String text) {
        String type = headers.firstValue("Content-Type").map(call::quote).orElse("");
        Diagnostic.Builder error = notAReply(call);
        error.note("the body is not JSON" + (type.isEmpty() ? "" : "; its type is given as " + type));
        // Enough of it to tell a web page from a gateway's word.
        String begin = text.length() > 2_000 ? text.substring(0, 2_000) : text;
        return error.note("it begins with "
                        + Quoted.of(call.provider().mask(begin).strip().replaceAll("\\s+", " ")))
                .done();
    }

    private static Diagnostic.Builder notAReply(Call call) {
        return Diagnostic.error(Code.P734, "the reply of " + call.where() + " is no chat completion")
                .note("the request went to " + call.endpoint());
    }

    static Diagnostic tooLarge(Call call, String limit) {
        return Diagnostic.error(Code.P719, "the reply of " + call.where() + " is too large")
                .note(limit)
                .done();
    }

    static Diagnostic damaged(Call call) {
        return Diagnostic.error(Code.P733, "the reply of " + call.where() + " is cut off")
                .note("its compression (`gzip`) is damaged or ends early")
                .done();
    }

    /**
     * A stream that ended before the reply did.
     *
     * @param events how many events with data had come
     * @param last what of the end is wrong, or null
     */
    static Diagnostic cutStream(Call call, int events, @Nullable String last) {
        Diagnostic.Builder error = Diagnostic.error(Code.P733, "the reply of " + call.where() + " is cut off")
                .note("the stream ended after " + events + (events == 1 ? " event" : " events")
                        + ", before the model said why it stopped");
        return last == null ? error.done() : error.note(last).done();
    }

    static Diagnostic brokenStream(Call call, int event, String why) {
        return Diagnostic.error(Code.P734, "the reply of " + call.where() + " is no chat completion")
                .note("event " + event + " of the stream: " + why)
                .done();
    }

    static Diagnostic namedText(Call call, String type) {
        return Diagnostic.warning(Code.P755, "the reply of " + call.where() + " is JSON by another name")
                .note("its type is given as " + call.quote(type) + ", where `application/json` is meant")
                .done();
    }

    static Diagnostic noReason(Call call) {
        return Diagnostic.warning(
                        Code.P756, "the reply of " + call.where() + " ended without saying why the model stopped")
                .note("the stream ended with `[DONE]`, but no event had a `finish_reason`")
                .note("whether the text is whole cannot be told")
                .done();
    }
}
