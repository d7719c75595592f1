package dev.cuecard.chat.http;

import dev.cuecard.chat.Seconds;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.reply.Answer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** What a host that wants to know can see of the traffic: no key, no header, nothing of what is said. */
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
        if (LOG.isLoggable(Level.TRACE) && answer instanceof Answer.Bad bad) {
            LOG.log(Level.TRACE, provider.mask(bad.diagnostic().toString()));
        }
    }

    static void waiting(Provider provider, Duration wait) {
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "waits for " + Seconds.of(wait) + " before `" + provider.name() + "` is asked again");
        }
    }
}
