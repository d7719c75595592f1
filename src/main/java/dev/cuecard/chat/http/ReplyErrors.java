package dev.cuecard.chat.http;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.net.http.HttpHeaders;

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
}
