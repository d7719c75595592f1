package dev.cuecard;

import dev.cuecard.chat.provider.Secret;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Listens to all loggers at their finest during the whole suite, and fails the class in which a key is logged. Keys of the
 * tests all have {@link #MARK} in them, or are told by {@link #watch}; whatever else looks like a key is taken for one.
 */
public final class LogGuard implements BeforeAllCallback, AfterAllCallback {

    /** Stands in every key of a test. */
    private static final String MARK = "0123456789abcdef";

    private static final int SHORTEST = 8;
    private static final Queue<String> KEYS = new ConcurrentLinkedQueue<>();
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final Listening LISTENING = new Listening();

    /** Loggers are collected when nobody holds them, and their levels with them. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final Logger OWN = Logger.getLogger("dev.cuecard");

    /** Made by JUnit. */
    public LogGuard() {}

    /** A value that must not be logged either. */
    public static void watch(String key) {
        if (key.length() >= SHORTEST && !KEYS.contains(key)) {
            KEYS.add(key);
        }
    }

    /** How many records were looked at. */
    static long seen() {
        return LISTENING.seen.get();
    }

    /** What was found since the last time. */
    static String leak() {
        return LEAKS.poll();
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        synchronized (LISTENING) {
            if (java.util.Arrays.stream(ROOT.getHandlers()).noneMatch(LISTENING::equals)) {
                ROOT.addHandler(LISTENING);
                OWN.setLevel(Level.ALL);
                for (String name : new String[] {"jdk.httpclient", "com.sun.net.httpserver", "sun.net"}) {
                    Listening.HELD.add(Logger.getLogger(name));
                }
                Listening.HELD.forEach(logger -> logger.setLevel(Level.ALL));
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        String leak = leak();
        if (leak != null) {
            throw new AssertionError("a key was logged: " + leak);
        }
    }

    /** Looks at each record. */
    private static final class Listening extends Handler {

        private static final Queue<Logger> HELD = new ConcurrentLinkedQueue<>();

        private final SimpleFormatter formatter = new SimpleFormatter();
        private final AtomicLong seen = new AtomicLong();

        private Listening() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord logged) {
            String name = String.valueOf(logged.getLoggerName());
            if (!name.startsWith("org.junit") && !name.startsWith("net.jqwik")) {
                seen.incrementAndGet();
                String text = formatter.format(logged);
                if (text.contains(MARK)
                        || !Secret.maskLikely(text).equals(text)
                        || KEYS.stream().anyMatch(text::contains)) {
                    LEAKS.add(name + " at " + logged.getLevel() + ": " + text);
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
