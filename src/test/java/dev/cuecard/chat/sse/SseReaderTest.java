package dev.cuecard.chat.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SseReaderTest {

    /** Each stream with what it says, by the rules alone. */
    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("data: a\n\n", List.of("message|a")),
                Arguments.of("data:a\n\ndata:  b\n\n", List.of("message|a", "message| b")),
                Arguments.of("data: a\r\n\r\ndata: b\r\rdata: c\n\n", List.of("message|a", "message|b", "message|c")),
                Arguments.of("data: a\r\ndata: b\rdata: c\n\n", List.of("message|a\nb\nc")),
                Arguments.of("\uFEFFdata: a\n\n", List.of("message|a")),
                Arguments.of("\uFEFF\uFEFFdata: a\n\n", List.of()),
                Arguments.of("data: a\n\n\uFEFFdata: b\n\n", List.of("message|a")),
                Arguments.of(": comment\n\n:\n\ndata: a\n: between\ndata: b\n\n", List.of("message|a\nb")),
                Arguments.of("event: error\ndata: a\n\ndata: b\n\n", List.of("error|a", "message|b")),
                Arguments.of("event: ping\n\ndata: b\n\n", List.of("message|b")),
                Arguments.of("id: 1\nretry: 5\nunknown: x\ndata: a\n\n", List.of("message|a")),
                Arguments.of("data\n\n", List.of("message|")),
                Arguments.of("data: a\n\n\n\n\ndata: b\n\n", List.of("message|a", "message|b")),
                Arguments.of("data: a", List.of("message|a")),
                Arguments.of("data: a\n", List.of("message|a")),
                Arguments.of("data: a\r", List.of("message|a")),
                Arguments.of("data: {\"x\": \"a: b\"}\n\n", List.of("message|{\"x\": \"a: b\"}")),
                Arguments.of("data: Grüße 😀 \u2028 \u0085\n\n", List.of("message|Grüße 😀 \u2028 \u0085")),
                Arguments.of("databases: a\n\n", List.of()),
                Arguments.of(" data: a\n\n", List.of()),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void wherverItIsCutTheEventsAreTheSame(String stream, List<String> expected) throws Exception {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            SseReader reader = new SseReader();
            List<SseEvent> events = new ArrayList<>(reader.feed(ByteBuffer.wrap(bytes, 0, cut)));
            events.addAll(reader.feed(ByteBuffer.wrap(bytes, cut, bytes.length - cut)));
            events.addAll(reader.end());
            assertThat(shown(events)).as("cut at " + cut).isEqualTo(expected);
        }
        for (int size = 1; size <= bytes.length; size++) {
            assertThat(shown(inChunks(bytes, size))).as("chunks of " + size).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void anyStreamInAnyChunks(@ForAll("bytes") byte[] bytes) throws Exception {
        List<SseEvent> whole = inChunks(bytes, Math.max(1, bytes.length));
        for (int size = 1; size < Math.min(bytes.length, 9); size++) {
            assertThat(inChunks(bytes, size)).as("chunks of " + size).isEqualTo(whole);
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.of(
                        "data:",
                        "data: ",
                        "event: error",
                        "id: 1",
                        ":",
                        "\n",
                        "\r",
                        "\r\n",
                        "\uFEFF",
                        "a",
                        "é",
                        "😀",
                        " ")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void notUtf8() {
        byte[] bytes = {'d', 'a', 't', 'a', ':', (byte) 0xC3, '\n', '\n'};
        assertThatThrownBy(() -> inChunks(bytes, 3)).isInstanceOf(SseFailure.class);
        byte[] half = {'d', 'a', 't', 'a', ':', (byte) 0xF0, (byte) 0x9F};
        assertThatThrownBy(() -> inChunks(half, 1)).isInstanceOf(SseFailure.class);
    }

    /** What is whole before a mistake is there, however much of both comes at once. */
    @Test
    void theEventsBeforeAMistakeCountWhereverItIsCut() throws Exception {
        byte[] good = "data: a\n\ndata: b\n\n".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(good, good.length + 8);
        System.arraycopy(new byte[] {'d', 'a', 't', 'a', ':', (byte) 0xC3, '\n', '\n'}, 0, bytes, good.length, 8);
        for (int size = 1; size <= bytes.length; size++) {
            SseReader reader = new SseReader();
            List<SseEvent> events = new ArrayList<>();
            boolean failed = false;
            for (int at = 0; at < bytes.length && !failed; at += size) {
                try {
                    events.addAll(reader.feed(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at))));
                    reader.check();
                } catch (SseFailure failure) {
                    failed = true;
                }
            }
            assertThat(shown(events)).as("chunks of " + size).containsExactly("message|a", "message|b");
            assertThat(failed).as("chunks of " + size).isTrue();
            assertThatThrownBy(reader::end).isInstanceOf(SseFailure.class);
        }
    }

    @Test
    void limits() throws Exception {
        String longest = "data:" + "a".repeat(SseReader.LONGEST_LINE - 5);
        assertThat(inChunks((longest + "\n\n").getBytes(StandardCharsets.UTF_8), 1 << 16))
                .hasSize(1);
        assertThatThrownBy(() -> inChunks((longest + "a").getBytes(StandardCharsets.UTF_8), 1 << 16))
                .isInstanceOf(SseFailure.class)
                .matches(failure -> ((SseFailure) failure).isTooLarge());
        byte[] event = (longest + "\n").repeat(5).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> inChunks(event, 1 << 16))
                .isInstanceOf(SseFailure.class)
                .hasMessageContaining("4 MiB");
    }

    private static List<SseEvent> inChunks(byte[] bytes, int size) throws SseFailure {
        SseReader reader = new SseReader();
        List<SseEvent> events = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += size) {
            events.addAll(reader.feed(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at))));
        }
        events.addAll(reader.end());
        return events;
    }

    private static List<String> shown(List<SseEvent> events) {
        return events.stream().map(event -> event.type() + "|" + event.data()).toList();
    }
}
