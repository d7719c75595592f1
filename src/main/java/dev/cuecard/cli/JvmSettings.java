package dev.cuecard.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settings of the JDK's HTTP client that only hold for a whole process, and that it reads once. */
final class JvmSettings {

    private static final String LOG = "jdk.httpclient.HttpClient.log";
    private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    /** What the client logs of a header, the key among them. */
    private static final Set<String> LOUD = Set.of("headers", "all");

    private JvmSettings() {}

    /** To be called before the first use of the client. */
    static void prepare(Map<String, String> environment) {
        String log = System.getProperty(LOG);
        if (log != null) {
            System.setProperty(LOG, withoutHeaders(log));
        }
        if (System.getProperty(TUNNELS) == null
                && (hasPassword(environment.get("HTTPS_PROXY")) || hasPassword(environment.get("https_proxy")))) {
            // A password for a proxy goes by the scheme Basic, which the JDK keeps from tunnels unless told otherwise.
            System.setProperty(TUNNELS, "");
        }
    }

    private static boolean hasPassword(@Nullable String proxy) {
        return proxy != null && proxy.contains("@");
    }

    /** The same kinds of messages, less those that show headers. */
    static String withoutHeaders(String kinds) {
        String all = Arrays.stream(kinds.split(","))
                .map(String::strip)
                .filter(kind -> !LOUD.contains(kind.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(","));
        boolean wasAll =
                Arrays.stream(kinds.split(",")).anyMatch(kind -> kind.strip().equalsIgnoreCase("all"));
        return wasAll ? "errors,requests,content,frames,ssl,trace,channel" : all;
    }
}
