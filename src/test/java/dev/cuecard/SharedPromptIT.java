package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One prompt, many threads: the same results as one thread, and no memory that grows. */
class SharedPromptIT {

    private static final int THREADS = 64;
    private static final int RENDERS = 100_000;
    private static final int RUNS = 10_000;
    private static final int TENTHS = 10;

    private static final String PROMPT = """
            prompt shared
            model "sim"
            type Example { text: string, label: "good" | "bad" }
            var review: untrusted string
            var examples: Example[] = []
            for example in examples {
              user example.text
              assistant { label: example.label } | json
            }
            user \"""
              {{ if examples }}
              Now this one, in JSON:
              {{ else }}
              In JSON:
              {{ end }}
              {{ review | fence }}
              \"""
            output json { label: "good" | "bad", confidence: number(0..1), reasons: string(..60)[](1..3) }
            ensure output.confidence > 0.1 : "some confidence"
            """;

    /** So many different inputs, used over and over. */
    private static final int KINDS = 50;

    private static Map<String, Object> inputs(int i) {
        int kind = i % KINDS;
        return Map.of(
                "review",
                "Review ``` number " + kind,
                "examples",
                kind % 2 == 0 ? List.of() : List.of(Map.of("text", "t" + kind, "label", "good")));
    }

    private interface Work {
        String of(int i) throws Exception;
    }

    /** Has all threads do the work, a tenth after the other; after each the heap in use is measured. */
    private static List<Long> share(int count, List<String> expected, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Long> heap = new ArrayList<>();
        try {
            for (int tenth = 0; tenth < TENTHS; tenth++) {
                int end = (tenth + 1) * (count / TENTHS);
                AtomicInteger next = new AtomicInteger(tenth * (count / TENTHS));
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Future<Integer>> all = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    all.add(threads.submit(() -> {
                        start.await();
                        int done = 0;
                        for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                            assertThat(work.of(i)).isEqualTo(expected.get(i % KINDS));
                            done++;
                        }
                        return done;
                    }));
                }
                int done = 0;
                for (Future<Integer> one : all) {
                    done += one.get();
                }
                assertThat(done).isEqualTo(count / TENTHS);
                heap.add(used());
            }
        } finally {
            threads.shutdownNow();
        }
        return heap;
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        // What a collection leaves depends on references that only the next one clears.
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private static void holds(List<Long> heap) {
        assertThat((double) heap.get(TENTHS - 1))
                .as("bytes in use after each tenth: %s", heap)
                .isLessThanOrEqualTo(1.1 * heap.get(1));
    }

    @Test
    void manyThreadsShareAPrompt() throws Exception {
        try (PromptEngine engine = PromptEngine.builder().simulatorSeed(7).build()) {
            Prompt prompt = engine.load("shared.prompt", PROMPT);
            Work render = i -> String.valueOf(prompt.render(inputs(i)).request());
            Work run = i -> prompt.run(inputs(i)).output().toString();
            List<String> rendered = new ArrayList<>();
            List<String> answered = new ArrayList<>();
            for (int i = 0; i < KINDS; i++) {
                rendered.add(render.of(i));
                answered.add(run.of(i));
            }
            assertThat(rendered).doesNotHaveDuplicates();
            holds(share(RENDERS, rendered, render));
            holds(share(RUNS, answered, run));
        }
    }
}
