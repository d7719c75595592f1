package dev.cuecard.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.http.TlsKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run makes of the faults of the world, each on loopback: the calls, the waits, the bound of time, the outcome, the
 * exit code and what the user sees. The table of them is {@code src/test/faults.md}; {@code -Dgolden.update=true} writes it.
 * Waits between attempts are skipped, not waited. Each logger is at its finest meanwhile, and no key may be in what they say.
 */
@Timeout(300)
class FaultTableTest {

    private static final Path TABLE = Path.of("src/test/faults.md");
    private static final String HEAD = """
            # Faults of the world, and what a run makes of them

            Written by `FaultTableTest`, which holds each line to its expectations on loopback. Waits between attempts are
            skipped, and the bound of time that ends a fault is a second in the test, here it stands as it is otherwise; each line
            takes less than 10 s. The prompt wants `{"greeting": string}`.

            | fault | calls | waits | time bound | outcome | exit | what the user sees first |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    @TempDir
    private Path folder;

    @Test
    void theTableIsTrue() throws Throwable {
        TlsKeys keys = new TlsKeys(folder);
        List<FaultRow> rows = new ArrayList<>(new WholeFaults().rows());
        rows.addAll(new StreamFaults().rows());
        rows.addAll(new TlsFaults(keys).rows());
        StringBuilder log = new StringBuilder();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Handler handler = collecting(log);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        SSLContext trust = SSLContext.getDefault();
        SSLContext.setDefault(keys.context());
        StringBuilder table = new StringBuilder(HEAD);
        try {
            for (FaultRow row : rows) {
                table.append(new FaultRun(row).line());
            }
        } finally {
            SSLContext.setDefault(trust);
            root.removeHandler(handler);
            root.setLevel(before);
        }
        assertThat(log.toString()).contains("cuecard").doesNotContain(FaultRows.KEY, FaultRows.KEY.substring(6, 22));
        table.append(Elsewhere.table());
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(TABLE, table);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
    }

    private static Handler collecting(StringBuilder log) {
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord record) {
                log.append(record.getLoggerName())
                        .append(' ')
                        .append(record.getMessage())
                        .append('\n');
                if (record.getParameters() != null) {
                    log.append(Arrays.toString(record.getParameters())).append('\n');
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
