package dev.cuecard.cli.fault;

import dev.cuecard.chat.http.RawServer;
import dev.cuecard.chat.http.TlsKeys;
import java.io.InputStream;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** Faults of the encryption, and of HTTP/2, which needs one. */
final class TlsFaults extends FaultRows {

    private static final int PREFACE = 24;
    private static final int FRAME_HEAD = 9;
    private static final int HEADERS = 1;

    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

    /** Stream 1 is the last that is served; no error. */
    private static final byte[] GOAWAY = {0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};

    private final TlsKeys keys;

    TlsFaults(TlsKeys keys) {
        this.keys = keys;
    }

    @Override
    void collect() {
        tls("a certificate that nobody trusts", 0, keys.selfSigned(), RawServer.Connection::readRequest);
        tls("a certificate for another host", 0, keys.ofOtherHost(), RawServer.Connection::readRequest);
        AtomicInteger plain = new AtomicInteger();
        add(new FaultRow(
                "https to a port that speaks no TLS",
                () -> new RawServer(connection -> connection.send("HTTP/1.1 400 Bad\r\n\r\n")),
                "https://localhost:PORT/v1",
                false,
                0,
                plain,
                ERROR,
                3,
                null));
        AtomicInteger none = new AtomicInteger();
        add(new FaultRow(
                "http to a port that speaks TLS",
                () -> new RawServer(
                        RawServer.Connection::readRequest, keys.trusted().socket()),
                "http://127.0.0.1:PORT/v1",
                false,
                0,
                none,
                ERROR,
                3,
                null));
        goAway();
    }

    private void tls(String fault, int calls, TlsKeys.Identity identity, RawServer.Script script) {
        AtomicInteger counted = new AtomicInteger();
        add(new FaultRow(
                fault,
                () -> new RawServer(
                        connection -> {
                            script.run(connection);
                            counted.getAndIncrement();
                        },
                        identity.socket()),
                "https://localhost:PORT/v1",
                false,
                calls,
                counted,
                ERROR,
                3,
                null));
    }

    private void goAway() {
        AtomicInteger counted = new AtomicInteger();
        add(new FaultRow(
                "HTTP/2, GOAWAY instead of a reply",
                () -> new RawServer(connection -> awayAfter(connection, counted), http2()),
                "https://localhost:PORT/v1",
                false,
                3,
                counted,
                ERROR,
                3,
                null));
    }

    private ServerSocket http2() throws Exception {
        SSLServerSocket socket = (SSLServerSocket) keys.trusted().socket();
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(List.of("h2").toArray(new String[0]));
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static void awayAfter(RawServer.Connection connection, AtomicInteger counted) throws java.io.IOException {
        InputStream in = connection.in();
        in.readNBytes(PREFACE);
        connection.send(SETTINGS);
        while (true) {
            byte[] head = in.readNBytes(FRAME_HEAD);
            if (head.length < FRAME_HEAD) {
                return;
            }
            in.readNBytes(((head[0] & 255) << 16) | ((head[1] & 255) << 8) | (head[2] & 255));
            if (head[3] == HEADERS) {
                counted.getAndIncrement();
                connection.send(GOAWAY);
                return;
            }
        }
    }
}
