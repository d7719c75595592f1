package dev.cuecard.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.Seconds;
import dev.cuecard.chat.SkippingPace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.http.HttpChatClient;
import dev.cuecard.chat.http.HttpConnections;
import dev.cuecard.chat.http.Proxies;
import dev.cuecard.chat.http.RawServer;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.cli.prompt.Printed;
import dev.cuecard.data.ModelTable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs into one fault, holds what comes of it to what is expected, and tells it as a line of the table. */
final class FaultRun {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final FaultRow row;
    private final SkippingPace pace = new SkippingPace();
    private final StringBuilder streamed = new StringBuilder();

    FaultRun(FaultRow row) {
        this.row = row;
    }

    String line() throws Throwable {
        row.counted().set(0);
        long start = System.nanoTime();
        int port;
        Result result;
        if (row.server() == null) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                port = free.getLocalPort();
            }
            result = run(port);
        } else {
            try (RawServer server = row.server().get()) {
                port = server.port();
                result = run(port);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Printed all = Printed.of(result);
        int exit = all.exit();
        String shown = all.err();
        String printed = all.out();
        String about = row.fault() + "\n" + shown;
        assertThat(took).as(about).isLessThan(BOUND);
        assertThat(shown).as(about).doesNotContain(FaultRows.KEY, "Exception", "java.");
        assertThat(printed + result.envelope().toJson() + streamed)
                .as(about)
                .doesNotContain(FaultRows.KEY, FaultRows.KEY.substring(6));
        assertThat(row.counted().get()).as("calls: " + about).isEqualTo(row.calls());
        assertThat(result.outcome().word()).as(about).isEqualTo(row.outcome());
        assertThat(exit).as(about).isEqualTo(row.exit());
        assertThat(printed.isEmpty()).as(about).isEqualTo(exit != 0);
        if (row.fault().contains("echoes")) {
            assertThat(shown + printed).as(about).contains("***");
        }
        if (row.fault().startsWith("usage")) {
            assertThat(result.envelope().costUsd()).as(about).isNull();
        }
        String first = result.findings().isEmpty()
                ? "the output"
                : shown.lines()
                        .filter(line -> line.matches("(error|warning)\\[.*"))
                        .findFirst()
                        .orElse("");
        return "| " + row.fault() + " | " + row.calls() + " | " + waits() + " | " + bound() + " | " + row.outcome()
                + " | " + exit + " | " + first.replace(":" + port, ":8081").replace("|", "\\|") + " |\n";
    }

    /** The waits between the attempts, which are skipped here. */
    private String waits() {
        return pace.waits().stream().map(Seconds::of).collect(Collectors.joining(", "));
    }

    /** What bounds an attempt where nothing is said: a second here. */
    private String bound() {
        Timeouts.Name timer = row.timer();
        return timer == null ? "" : "`" + timer.word() + "` " + Seconds.of(Timeouts.DEFAULT.of(timer, false));
    }

    private Result run(int port) throws Exception {
        String url = row.url().replace("PORT", Integer.toString(port));
        Provider provider = ((ProviderReading.Usable)
                        ProviderReading.of("openai", url, "the test", FaultRows.KEY, Map.of(), false))
                .provider();
        Timeouts timeouts =
                row.timer() == null ? Timeouts.DEFAULT : Timeouts.DEFAULT.with(row.timer(), Duration.ofSeconds(1));
        try (HttpConnections connections = HttpConnections.open(Duration.ofSeconds(5), Proxies.none());
                PromptEngine engine = PromptEngine.builder()
                        .client(new HttpChatClient(provider, connections, timeouts, 2, ModelTable.builtIn(), pace))
                        .build()) {
            // Not the model of a vendor that thinks: its timers would be longer.
            Prompt prompt = engine.load("t.prompt", """
                    prompt t
                    model "gpt-6-luna"
                    user "Say hello in JSON."
                    output json { greeting: string } reask 0
                    """);
            return row.streams()
                    ? prompt.stream(Map.of(), RunOptions.DEFAULT, streamed::append)
                    : prompt.run(Map.of(), RunOptions.DEFAULT);
        }
    }
}
