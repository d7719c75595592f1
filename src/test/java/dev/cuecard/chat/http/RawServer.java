package dev.cuecard.chat.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server on loopback that does to each connection what a test says, byte by byte. */
public final class RawServer implements AutoCloseable {

    /** What is done to a connection. */
    public interface Script {
        void run(Connection connection) throws IOException, InterruptedException;
    }

    /** One connection, whose request head and body can be read. */
    public static final class Connection {
        private final Socket socket;
        private final BlockingQueue<String> requests;
        private final CountDownLatch closing;

        private Connection(Socket socket, BlockingQueue<String> requests, CountDownLatch closing) {
            this.socket = socket;
            this.requests = requests;
            this.closing = closing;
        }

        /** Reads one request with its body, as its Content-Length says. */
        public void readRequest() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int read = in.read();
                if (read < 0) {
                    return;
                }
                head.write(read);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            int length = text.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
            requests.add(text + new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }

        /** What the other side sends, byte by byte. */
        public InputStream in() throws IOException {
            return socket.getInputStream();
        }

        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        public void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Closes so that the other side sees a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the other side has gone, or the server is closed. */
        public void awaitEnd() throws IOException {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // What is still sent is of no interest.
            }
        }

        /** Waits until the server is closed. */
        public void stall() throws InterruptedException {
            closing.await();
        }
    }

    private final ServerSocket socket;
    private final Script script;
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    public RawServer(Script script) throws IOException {
        this(script, new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    }

    /** One that takes its connections from a socket, of TLS perhaps, which it closes. */
    public RawServer(Script script, ServerSocket socket) {
        this.script = script;
        this.socket = socket;
        Thread thread = new Thread(this::accept, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** A server that answers each connection's request with these bytes and closes it. */
    public static RawServer answering(String head, byte[] body) throws IOException {
        return new RawServer(connection -> {
            connection.readRequest();
            connection.send(head);
            connection.send(body);
        });
    }

    /** A server that answers with a status, headers (each a line, none by default) and a body. */
    public static RawServer answering(int status, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n";
        return answering(head, bytes);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                connections.add(accepted);
                Thread thread = new Thread(() -> serve(accepted), "raw-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            script.run(new Connection(accepted, requests, closing));
        } catch (IOException | InterruptedException e) {
            // The other side has gone: the test sees that for itself.
        } finally {
            ended.countDown();
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    /** The next request, as it came. */
    public String request() throws InterruptedException {
        return requests.poll(20, TimeUnit.SECONDS);
    }

    /** How many requests have come that nobody asked for yet. */
    public int requestsLeft() {
        return requests.size();
    }

    /** Waits for the end of a connection's script. */
    public boolean awaitScriptEnd() throws InterruptedException {
        return ended.await(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
