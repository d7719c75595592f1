package dev.cuecard.output;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.data.Json;
import dev.cuecard.render.Bound;
import dev.cuecard.render.eval.Limits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading replies from 1 KB to 10 MB, those that are read and those on which a reader that looks back or ahead too far
 * would hang: ten times the text must take about ten times as long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ReplyBenchmark {

    private static final Bound NOTHING = new Bound(Map.of(), new Json.Arr(List.of()));

    /** A beginning, what is repeated, and an end. */
    private static final Map<String, List<String>> SHAPES = Map.of(
            "valid", List.of("[", "{\"a\": 1, \"b\": \"some text\"}, ", "1]"),
            "python", List.of("[", "{'a': 1, 'b': 'some text', 'c': True}, ", "]"),
            "bare", List.of("[", "{a: 01, b: some text}, // and\n ", "]"),
            "innerQuotes", List.of("[\"", "say \"x\" now ", "\",]"),
            "unclosed", List.of("{'a': \"", "b, \"c\": ", ""),
            "lines", List.of("{'a': \"", "\n", "\",}"),
            "closers", List.of("{'a': \"", "}\n", "\",}"),
            "brackets", List.of("see ", "[", ""),
            "fences", List.of("see ", "```\n{", ""),
            "prose", List.of("see ", "some { text [ ", ""));

    /** What the reply is made of. */
    @Param({"valid", "python", "bare", "innerQuotes", "unclosed", "lines", "closers", "brackets", "fences", "prose"})
    public String shape;

    /** Its size, in characters. */
    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    public int size;

    private ReplyReader reader;
    private ChatReply reply;

    /** Makes the reply. */
    @Setup
    public void make() {
        reader = new ReplyReader(ReplyCase.prompt("any[]"), Limits.DEFAULT);
        List<String> parts = SHAPES.get(shape);
        String text = parts.get(0) + parts.get(1).repeat(size / parts.get(1).length()) + parts.get(2);
        reply = new ChatReply(null, text, null, List.of(), "stop", null, null, false);
    }

    /** Reads it. */
    @Benchmark
    public Reading read() {
        return reader.read(reply, "reply", NOTHING, true);
    }
}
