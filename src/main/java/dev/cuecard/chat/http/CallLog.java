package dev.cuecard.chat.http;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Seconds;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.reply.Answer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * What a host that wants to know can see of the traffic, under {@code dev.cuecard.chat}: at DEBUG each attempt and each
 * wait, at TRACE also what is asked and what is answered. No header and no key, whoever repeats it.
 */
final class CallLog {

    private static final Logger LOG = System.getLogger("dev.cuecard.chat");

    private CallLog() {}

    static void attempt(Provider provider, Sending sending, int retries, Answer answer, Duration time) {
        if (LOG.isLoggable(Level.DEBUG)) {
            String came = answer instanceof Answer.Bad bad
                    ? bad.fault().kind()
                            + (bad.fault().status() == null
                                    ? ""
                                    : " " + bad.fault().status())
                    : "a reply";
            String line = "POST " + sending.request().uri() + " with " + sending.size() + " bytes, attempt "
                    + (retries + 1) + ": " + came + " after " + Seconds.of(time);
            LOG.log(Level.DEBUG, provider.mask(line));
        }
        if (LOG.isLoggable(Level.TRACE)) {
            LOG.log(Level.TRACE, "reply: " + provider.mask(said(answer)));
        }
    }

    /** The request is about to be sent. */
    static void asking(Provider provider, String body) {
        if (LOG.isLoggable(Level.TRACE)) {
            LOG.log(Level.TRACE, "request: " + provider.mask(body));
        }
    }

    private static String said(Answer answer) {
        if (answer instanceof Answer.Good good) {
            ChatReply reply = good.reply();
            return "finish_reason " + reply.finishReason() + ", content " + reply.content() + ", refusal "
                    + reply.refusal() + ", tool calls " + reply.toolCalls();
        }
        Answer.Bad bad = (Answer.Bad) answer;
        return bad.diagnostic().message() + "; "
                + String.join("; ", bad.diagnostic().notes())
                + (bad.partial() == null ? "" : "; as far as it came: " + bad.partial());
    }

    static void waiting(Provider provider, Duration wait) {
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "waits for " + Seconds.of(wait) + " before `" + provider.name() + "` is asked again");
        }
    }
}
