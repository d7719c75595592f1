package dev.cuecard.chat.sse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of bytes. The same bytes give the same events, wherever they are cut. Of one use and one thread.
 *
 * <p>Lines end in LF, CR LF or CR and are strictly UTF-8; a byte-order mark at the beginning is skipped. Comments, and
 * the fields {@code id}, {@code retry} and unknown ones, mean nothing here.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent events</a>
 */
public final class SseReader {

    /** The most bytes of a line. */
    public static final int LONGEST_LINE = 1 << 20;

    /** The most characters of the data of an event, line ends included. */
    public static final int LONGEST_EVENT = 4 << 20;

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private @Nullable String type;
    private int size;
    private boolean afterCr;
    private boolean first = true;
    private @Nullable SseFailure failure;

    /**
     * Takes the next bytes.
     *
     * @return the events that they complete, in their order; where something is wrong behind them, {@link #check} tells it
     */
    public List<SseEvent> feed(ByteBuffer bytes) throws SseFailure {
        check();
        List<SseEvent> events = new ArrayList<>();
        try {
            feed(bytes, events);
        } catch (SseFailure wrong) {
            failure = wrong;
            if (events.isEmpty()) {
                throw wrong;
            }
        }
        return events;
    }

    /** Fails when what was fed before holds something wrong behind its events. */
    public void check() throws SseFailure {
        if (failure != null) {
            throw failure;
        }
    }

    private void feed(ByteBuffer bytes, List<SseEvent> events) throws SseFailure {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (b == '\n' && afterCr) {
                afterCr = false;
                continue;
            }
            afterCr = b == '\r';
            if (b == '\n' || b == '\r') {
                endLine(events);
            } else if (line.size() == LONGEST_LINE) {
                throw new SseFailure("a line of the stream is longer than 1 MiB", true);
            } else {
                line.write(b);
            }
        }
    }

    /** The stream has ended: an event whose blank line is missing still counts, and so does a last line without end. */
    public List<SseEvent> end() throws SseFailure {
        check();
        List<SseEvent> events = new ArrayList<>();
        if (line.size() > 0) {
            endLine(events);
        }
        dispatch(events);
        return events;
    }

    private void endLine(List<SseEvent> events) throws SseFailure {
        byte[] bytes = line.toByteArray();
        line.reset();
        int start = first && startsWithBom(bytes) ? BOM.length : 0;
        first = false;
        if (bytes.length == start) {
            dispatch(events);
            return;
        }
        try {
            field(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new SseFailure("a line of the stream is not UTF-8", false);
        }
    }

    private static boolean startsWithBom(byte[] bytes) {
        return bytes.length >= BOM.length && bytes[0] == BOM[0] && bytes[1] == BOM[1] && bytes[2] == BOM[2];
    }

    private void field(String text) throws SseFailure {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        int from = colon + 1 < text.length() && text.charAt(colon + 1) == ' ' ? colon + 2 : colon + 1;
        String value = colon < 0 ? "" : text.substring(from);
        if (name.equals("data")) {
            size += value.length() + 1;
            if (size > LONGEST_EVENT) {
                throw new SseFailure("an event of the stream is longer than 4 MiB", true);
            }
            data.append(hasData ? "\n" : "").append(value);
            hasData = true;
        } else if (name.equals("event")) {
            type = value.isEmpty() ? null : value;
        }
    }

    private void dispatch(List<SseEvent> events) {
        if (hasData) {
            events.add(new SseEvent(type == null ? SseEvent.MESSAGE : type, data.toString()));
        }
        data.setLength(0);
        hasData = false;
        type = null;
        size = 0;
    }
}
