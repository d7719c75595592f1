package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.http.RawServer;
import dev.cuecard.cli.Cli;
import dev.cuecard.data.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask a model: how many at once, who is not asked any more, and what it may cost. */
@Timeout(120)
class LiveTest {

    private static final String GREET = """
            prompt greet
            model "gpt-6-luna" { max_completion_tokens = 100 }
            var name: string
            user "Hello, {{ name }}!"
            output text

            test "each" for n in range(0, COUNT) {
              name = "x"
            }
            """;

    @TempDir
    private Path folder;

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();

    private String greet(int count) throws IOException {
        return Files.writeString(folder.resolve("greet.prompt"), GREET.replace("COUNT", "" + count))
                .toString();
    }

    private static Cli.Ran run(RawServer server, String... arguments) {
        return new Cli()
                .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                .with("OPENAI_BASE_URL", server.baseUrl())
                .run(arguments);
    }

    private static String reply(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + headers + "Connection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** @param usage the tokens of the request and of the reply, or an empty string */
    private static String good(String usage) {
        return reply(
                200,
                "",
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi.\"},"
                        + "\"finish_reason\":\"stop\"}]" + usage + "}");
    }

    private RawServer answering(String... replies) throws IOException {
        return new RawServer(connection -> {
            connection.readRequest();
            connection.send(replies[Math.min(calls.getAndIncrement(), replies.length - 1)]);
        });
    }

    @Test
    void aHundredRunsAgainstAServerThatAllowsTwo() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            boolean allowed = inside.incrementAndGet() <= 2;
            if (!allowed) {
                refused.incrementAndGet();
                inside.decrementAndGet();
                connection.send(reply(429, "retry-after-ms: 20\r\n", ""));
                return;
            }
            // As long as a quick model takes.
            Thread.sleep(5);
            inside.decrementAndGet();
            connection.send(good(""));
        })) {
            Cli.Ran ran = run(server, "test", greet(100), "--live");
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.err()).endsWith("100 tests: 100 passed\n");
            assertThat(refused.get()).as("a few are told to wait").isBetween(1, 100);
        }
    }

    /** A defect is made here by an environment that breaks when it is read. */
    @Test
    void aDefectLosesNothingOfTheOtherTests() throws Exception {
        String canned = Files.writeString(folder.resolve("canned.prompt"), """
                        prompt canned
                        user "Say hi."
                        output text
                        test "hello" { reply "Hi." }
                        """).toString();
        Path report = folder.resolve("report.json");
        try (RawServer server = answering(good(""))) {
            Cli cli = new Cli()
                    .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                    .with("OPENAI_BASE_URL", server.baseUrl())
                    .guarding("OPENAI_ORG_ID");
            String live = greet(1);
            Cli.Ran ran = cli.run("test", live, canned, "--live", "--report", "json=" + report);
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err())
                    .contains("BROKEN      " + live + ": each [1]\n")
                    .contains("pass        " + canned + ": hello\n")
                    .contains("2 tests: 1 passed, 1 with a mistake\n")
                    .endsWith("error: this is a defect in cuecard " + Version.text()
                            + ", not in what it was given\n"
                            + "  = help: run it again with `--debug` and report what it prints\n");
            assertThat(Files.readString(report)).contains("\"broken\"").contains("\"passed\"");
            assertThat(cli.run("test", live, canned, "--live", "--debug").err())
                    .contains("\tat dev.cuecard.")
                    .contains("AssertionError: read: OPENAI_ORG_ID");
        }
    }

    /** Four are asked, twelve wait for their turn, the others have not begun. */
    @Test
    void ctrlCEndsThoseThatWaitForTheirTurn() throws Exception {
        CountDownLatch asked = new CountDownLatch(4);
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            asked.countDown();
            connection.awaitEnd();
        })) {
            Cli cli = new Cli()
                    .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                    .with("OPENAI_BASE_URL", server.baseUrl());
            String file = greet(50);
            AtomicLong pressed = new AtomicLong();
            Thread presses = new Thread(() -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    return;
                }
                pressed.set(System.nanoTime());
                cli.interrupt();
            });
            presses.start();
            Cli.Ran ran = cli.run("test", file, "--live");
            Duration took = Duration.ofNanos(System.nanoTime() - pressed.get());
            presses.join();
            assertThat(ran.code()).isEqualTo(130);
            assertThat(ran.err()).endsWith("50 tests: 50 not run\n");
            // The reports have to be written, too.
            assertThat(took).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void afterARefusedKeyNothingIsAskedAnyMore() throws Exception {
        try (RawServer server = answering(reply(401, "", ""))) {
            Cli.Ran ran = run(server, "test", greet(9), "--live", "--jobs", "1");
            assertThat(ran.code()).isEqualTo(3);
            assertThat(calls).hasValue(1);
            assertThat(ran.err())
                    .contains("error[P722]")
                    .contains("error[P758]: `openai` is not asked any more")
                    .contains("9 tests: 9 without an answer from the provider");
        }
    }

    @Test
    void afterARefusedModelThatModelIsNotAskedAnyMore() throws Exception {
        try (RawServer server = answering(reply(403, "", ""), good(""))) {
            Cli.Ran ran = run(
                    server, "test", greet(3), "--live", "--jobs", "1", "--model", "gpt-6-luna", "--model", "gpt-4.1");
            assertThat(ran.code()).isEqualTo(3);
            assertThat(calls).as("one of the first model, three of the second").hasValue(4);
            assertThat(ran.err())
                    .contains("error[P758]: `gpt-6-luna` of `openai` is not asked any more")
                    .contains("6 tests: 3 passed, 3 without an answer from the provider");
        }
    }

    @Test
    void fiveFailuresInARowAreEnough() throws Exception {
        try (RawServer server = answering(reply(501, "", ""))) {
            Cli.Ran ran = run(server, "test", greet(40), "--live", "--jobs", "1");
            assertThat(ran.code()).isEqualTo(3);
            assertThat(calls).hasValue(5);
            assertThat(ran.err()).contains("error[P757]: `openai` is not asked: its last 5 calls failed");
        }
    }

    @Test
    void aSuiteTriesFourTimesAgain() throws Exception {
        String busy = reply(503, "retry-after-ms: 1\r\n", "");
        try (RawServer server = answering(busy, busy, busy, busy, good(""))) {
            Cli.Ran ran = run(server, "test", greet(1), "--live");
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(calls).hasValue(5);
        }
    }

    @Test
    void aSuiteSpendsNoMoreThanIsAllowed() throws Exception {
        // A reply of 100 tokens costs $0.00005, and about 150 bytes of request $0.000015 at most.
        String usage = ",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":100,\"total_tokens\":110}";
        try (RawServer server = answering(good(usage))) {
            // One by one: what is reserved for calls under way is not there for others, which are refused then.
            Cli.Ran ran = run(server, "test", greet(50), "--live", "--jobs", "1", "--max-cost", "0.0003");
            assertThat(ran.code()).as(ran.err()).isEqualTo(5);
            // Each costs $0.000051 in the end; the next one would have to fit with its request at its worst.
            assertThat(calls).hasValue(5);
            assertThat(ran.err())
                    .contains("error[P751]: the next call could cost $0.0000")
                    .contains("of $0.0003, $0.000255 is spent")
                    .contains("50 tests: 5 passed, 45 beyond the budget");
        }
    }

    @Test
    void whatNobodyKnowsIsSpentAtItsWorst() throws Exception {
        try (RawServer server = answering(good(""))) {
            Cli.Ran ran = run(server, "test", greet(50), "--live", "--max-cost", "0.0003");
            assertThat(ran.code()).isEqualTo(5);
            assertThat(calls.get()).isBetween(3, 4);
            assertThat(ran.err()).contains("nothing is spent, and up to $0.000");
        }
    }

    @Test
    void aModelWithoutAPriceIsNotAsked() throws Exception {
        try (RawServer server = answering(good(""))) {
            Cli.Ran ran = run(server, "test", greet(2), "--live", "--model", "house-model", "--max-cost", "10");
            assertThat(ran.code()).isEqualTo(5);
            assertThat(calls).hasValue(0);
            assertThat(ran.err()).contains("error[P752]");
        }
    }

    @Test
    void aReplyWithoutABoundIsNotAskedFor() throws Exception {
        Files.writeString(
                folder.resolve("cuecard.json"), "{\"models\": {\"gpt-house\": {\"input_usd\": 1, \"output_usd\": 1}}}");
        String file = Files.writeString(
                        folder.resolve("greet.prompt"),
                        GREET.replace("COUNT", "2")
                                .replace("\"gpt-6-luna\" { max_completion_tokens = 100 }", "\"gpt-house\""))
                .toString();
        try (RawServer server = answering(good(""))) {
            Cli.Ran ran = run(server, "test", file, "--live", "--max-cost", "10");
            assertThat(ran.code()).isEqualTo(5);
            assertThat(calls).hasValue(0);
            assertThat(ran.err()).contains("error[P753]");
        }
    }

    @Test
    void aMillionRunsNeedABudget() throws Exception {
        try (RawServer server = answering(reply(401, "", ""))) {
            Cli.Ran ran = run(server, "test", greet(1), "--live", "--repeat", "1000000");
            assertThat(ran.code()).isEqualTo(5);
            assertThat(calls).hasValue(0);
            assertThat(ran.err())
                    .startsWith("estimate: `gpt-6-luna`, 1,000,000 runs, ")
                    .contains("error[P754]", "`--max-cost ");
            Cli.Ran allowed = run(server, "test", greet(1), "--live", "--repeat", "1000000", "--max-cost", "100");
            assertThat(allowed.code()).isEqualTo(3);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void whatCostsNothingNeedsNoBudget() throws Exception {
        try (RawServer server = answering(good(""))) {
            assertThat(run(server, "test", greet(2), "--model", "sim", "--max-cost", "0.01")
                            .code())
                    .isZero();
            assertThat(run(server, "run", greet(2), "--var", "name=x", "--model", "sim", "--max-cost", "0.01")
                            .code())
                    .isZero();
            assertThat(run(server, "test", greet(2), "--record").code()).isZero();
            assertThat(run(server, "test", greet(2), "--max-cost", "0.0000001").code())
                    .as("from the recording")
                    .isZero();
            assertThat(calls).as("the two that were recorded").hasValue(2);
        }
    }

    @Test
    void aRunSpendsNoMoreThanIsAllowed() throws Exception {
        try (RawServer server = answering(good(""))) {
            String[] run = {"run", greet(1), "--var", "name=x", "--format", "envelope", "--max-cost"};
            Cli.Ran ran = run(server, with(run, "0.00001"));
            assertThat(ran.code()).isEqualTo(5);
            assertThat(calls).hasValue(0);
            assertThat(ran.out()).contains("\"outcome\": \"over_budget\"", "\"attempts\": []");
            assertThat(ran.err()).contains("error[P751]: the next call could cost $0.0000");
            assertThat(run(server, with(run, "0.01")).code()).isZero();
            assertThat(calls).hasValue(1);
            assertThat(run(server, with(run, "0")).code()).isEqualTo(2);
            assertThat(run(server, with(run, "much")).code()).isEqualTo(2);
        }
    }

    /** The first ask fits, and so would the second alone; both together do not. */
    @Test
    void anInvalidReplyIsSentBackOnlyWhileThereIsMoney() throws Exception {
        String file = Files.writeString(folder.resolve("json.prompt"), """
                        prompt json
                        model "gpt-6-luna" { max_completion_tokens = 100 }
                        user "Reply with JSON."
                        output json { a: string } reask 5
                        """).toString();
        String usage = ",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":100,\"total_tokens\":110}";
        try (RawServer server = answering(good(usage))) {
            Cli.Ran ran = run(server, "run", file, "--format", "envelope", "--max-cost", "0.0001");
            assertThat(ran.code()).as(ran.err()).isEqualTo(5);
            assertThat(calls).hasValue(1);
            assertThat(ran.out())
                    .contains("\"outcome\": \"over_budget\"", "\"reply\": \"Hi.\"", "\"cost_usd\": 0.000051");
        }
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }
}
