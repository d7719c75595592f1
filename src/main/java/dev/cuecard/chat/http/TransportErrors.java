package dev.cuecard.chat.http;

import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Seconds;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.chat.reply.Answer;
import dev.cuecard.chat.reply.Call;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What can happen to a request before a whole reply is there. */
final class TransportErrors {

    /** How the JDK's client says that a proxy refuses. */
    private static final String TUNNEL = "Tunnel failed, got:";

    private TransportErrors() {}

    /** The fault that an exception of the JDK's client stands for. */
    static Answer.Bad of(
            Throwable failure,
            HttpResponse.@Nullable ResponseInfo head,
            long count,
            Call call,
            HttpConnections connections) {
        String proxy = connections.proxy(call.provider().baseUri());
        Answer.Bad refused = proxy == null ? null : proxyRefuses(call, failure, proxy);
        if (refused != null) {
            return refused;
        }
        Answer.Bad told = of(failure, head, count, call, connections.connectTimeout());
        return proxy == null || head != null
                ? told
                : bad(
                        told.diagnostic().withNote("it would go through the proxy " + Quoted.of(proxy)),
                        told.fault().kind(),
                        null);
    }

    /** The same where no proxy is in between. */
    static Answer.Bad of(
            Throwable failure, HttpResponse.@Nullable ResponseInfo head, long count, Call call, Duration connect) {
        if (in(failure, HttpConnectTimeoutException.class) != null) {
            return bad(connectTimeout(call, connect), Fault.Kind.CONNECT_TIMEOUT, head);
        } else if (in(failure, SSLException.class) != null) {
            return bad(tls(call, failure), Fault.Kind.TLS, head);
        } else if (in(failure, UnresolvedAddressException.class) != null
                || in(failure, UnknownHostException.class) != null) {
            return bad(noHost(call), Fault.Kind.NO_SUCH_HOST, head);
        } else if (in(failure, ConnectException.class) != null || in(failure, NoRouteToHostException.class) != null) {
            return bad(noConnection(call), Fault.Kind.NO_CONNECTION, head);
        } else if (head != null) {
            return bad(cut(call, head, count), Fault.Kind.CUT, head);
        } else if (in(failure, ProtocolException.class) != null || otherFirstLine(failure)) {
            return bad(noHttp(call), Fault.Kind.NOT_HTTP, null);
        }
        return bad(lost(call), Fault.Kind.RESET, null);
    }

    /** Whether something came that is not the beginning of a status line, as the JDK's client says it. */
    private static boolean otherFirstLine(Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        String start = "parsing HTTP/1.1 status line, receiving [";
        return said.startsWith(start) && !said.startsWith("HTTP/", start.length());
    }

    /**
     * A bound of time was passed.
     *
     * @param count the bytes of the body that had come
     */
    static Answer.Bad timeout(
            Call call, Timeouts.Name name, Duration bound, HttpResponse.@Nullable ResponseInfo head, long count) {
        String far = head == null
                ? "the head of the reply had not arrived"
                : "the head of the reply and " + bytes(count) + " of its body had arrived";
        long more = Math.max(1, 2 * bound.toSeconds());
        Diagnostic diagnostic = Diagnostic.error(
                        Code.P716, missing(name) + " from " + call.where() + " within " + Seconds.of(bound))
                .note("the timeout `" + name.word() + "` is " + Seconds.of(bound) + "; " + far)
                .help("allow more time: --timeout " + name.word() + "=" + more)
                .done();
        return bad(diagnostic, kind(name), head);
    }

    private static String missing(Timeouts.Name name) {
        return switch (name) {
            case HEADERS -> "no head of a reply";
            case FIRST -> "no first token";
            case DATA -> "no further event";
            case BYTES -> "no further byte";
            case CONNECT, ATTEMPT, OVERALL -> "no whole reply";
        };
    }

    private static Fault.Kind kind(Timeouts.Name name) {
        return switch (name) {
            case CONNECT -> Fault.Kind.CONNECT_TIMEOUT;
            case HEADERS -> Fault.Kind.HEADERS_TIMEOUT;
            case FIRST -> Fault.Kind.FIRST_TIMEOUT;
            case DATA -> Fault.Kind.DATA_TIMEOUT;
            case BYTES -> Fault.Kind.BYTES_TIMEOUT;
            case ATTEMPT, OVERALL -> Fault.Kind.ATTEMPT_TIMEOUT;
        };
    }

    static Answer.Bad tooLarge(Call call, HttpResponse.ResponseInfo head, String limit) {
        Diagnostic diagnostic = Diagnostic.error(Code.P719, "the reply of " + call.where() + " is too large")
                .note(limit)
                .done();
        return bad(diagnostic, Fault.Kind.TOO_LARGE, head);
    }

    static Diagnostic closed(Call call) {
        return Diagnostic.error(Code.P715, "the connection to " + call.where() + " was closed")
                .note("the engine was closed while the request was under way")
                .done();
    }

    /** What {@code HTTPS_PROXY} says is no proxy: going past it may not be what the operator wants. */
    static Diagnostic noProxy(String text) {
        String shown = Secret.maskLikely(text.replaceAll("//[^/?#]*@|^[^/?#]*@", "//***@"));
        return Diagnostic.error(Code.P710, "the proxy " + Quoted.of(shown) + " cannot be used")
                .note("it comes from `HTTPS_PROXY`; a proxy is reached by `http://`, at a host and a port")
                .help("write it like HTTPS_PROXY=http://proxy.example:3128")
                .done();
    }

    /**
     * A proxy does not connect, as the JDK's client says it, or null when that is not what failed.
     *
     * @param proxy its address
     */
    private static Answer.@Nullable Bad proxyRefuses(Call call, Throwable failure, String proxy) {
        String said = String.valueOf(failure.getMessage());
        if (said.startsWith("too many authentication attempts")) {
            Diagnostic diagnostic =
                    proxyError("the proxy " + Quoted.of(proxy) + " does not accept its user and password");
            return bad(diagnostic, Fault.Kind.PROXY, null);
        } else if (!said.startsWith(TUNNEL)) {
            return null;
        }
        String status = said.substring(TUNNEL.length()).strip();
        Diagnostic diagnostic = proxyError(
                "the proxy " + Quoted.of(proxy) + " does not connect to " + call.where() + " (HTTP " + status + ")");
        // It could not reach the server, or is broken itself: that may pass.
        return bad(diagnostic, status.startsWith("5") ? Fault.Kind.NO_CONNECTION : Fault.Kind.PROXY, null);
    }

    private static Diagnostic proxyError(String message) {
        return Diagnostic.error(Code.P720, message)
                .note("the proxy comes from `HTTPS_PROXY`, or from the settings of the JVM")
                .help("hosts that are reached without it: NO_PROXY=models.example")
                .done();
    }

    private static Answer.Bad bad(Diagnostic diagnostic, Fault.Kind kind, HttpResponse.@Nullable ResponseInfo head) {
        return new Answer.Bad(diagnostic, new Fault(kind, head == null ? null : head.statusCode(), null, null));
    }

    private static Diagnostic noConnection(Call call) {
        Diagnostic.Builder error = Diagnostic.error(Code.P711, "no connection to " + call.where())
                .note("nothing accepts connections there")
                .note("the base URL is " + Quoted.of(call.provider().baseUri().toString()));
        return call.provider().isLoopback()
                ? error.help("start the server, or give its address: OPENAI_BASE_URL=http://127.0.0.1:PORT/v1")
                        .done()
                : error.done();
    }

    private static Diagnostic noHost(Call call) {
        return Diagnostic.error(
                        Code.P712,
                        "host not found: " + Quoted.of(call.provider().baseUri().getHost()))
                .note("the base URL is " + Quoted.of(call.provider().baseUri().toString()))
                .done();
    }

    private static Diagnostic connectTimeout(Call call, Duration connect) {
        return Diagnostic.error(Code.P713, "no connection to " + call.where() + " within " + Seconds.of(connect))
                .note("the timeout `connect` is " + Seconds.of(connect))
                .help("allow more time: --timeout connect=" + Math.max(1, 2 * connect.toSeconds()))
                .done();
    }

    private static Diagnostic tls(Call call, Throwable failure) {
        return Diagnostic.error(Code.P714, "no secure connection to " + call.where())
                .note(tlsReason(failure))
                .done();
    }

    private static String tlsReason(Throwable failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage()).append('\n');
        }
        String text = said.toString().toLowerCase(Locale.ROOT);
        if (in(failure, CertificateExpiredException.class) != null) {
            return "its certificate has run out";
        } else if (in(failure, CertificateNotYetValidException.class) != null) {
            return "its certificate is not valid yet";
        } else if (text.contains("subject alternative") || text.contains("no name matching")) {
            return "its certificate is for another host";
        } else if (text.contains("certification path") || text.contains("pkix")) {
            return "its certificate is not signed by anyone that this Java trusts";
        } else if (text.contains("unrecognized ssl message") || text.contains("not an ssl")) {
            return "what answers there does not speak TLS; the base URL begins with `https://`";
        }
        return "the two sides agree on no encryption";
    }

    private static Diagnostic lost(Call call) {
        return Diagnostic.error(Code.P715, call.where() + " closed the connection without a reply")
                .done();
    }

    private static Diagnostic noHttp(Call call) {
        Diagnostic.Builder error = Diagnostic.error(Code.P717, "what answers at " + call.where() + " is no HTTP");
        return call.provider().baseUri().getScheme().equalsIgnoreCase("http")
                ? error.note("a server that wants `https://` answers like this, too")
                        .done()
                : error.done();
    }

    private static Diagnostic cut(Call call, HttpResponse.ResponseInfo head, long count) {
        OptionalLong promised = head.headers().firstValueAsLong("Content-Length");
        return Diagnostic.error(Code.P733, "the reply of " + call.where() + " is cut off")
                .note(
                        promised.isPresent()
                                ? count + " of " + bytes(promised.getAsLong()) + " arrived"
                                : bytes(count) + " arrived, then the connection ended")
                .done();
    }

    private static String bytes(long count) {
        return count + (count == 1 ? " byte" : " bytes");
    }

    private static <T extends Throwable> @Nullable T in(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
