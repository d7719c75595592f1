package dev.cuecard.cli.test;

import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.testing.TestPlan;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which of the tests are meant. */
final class TestSelection {

    private static final Pattern SHARD = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Only the tests whose name holds this text, in any case.")
    private String filter = "";

    @Option(names = "--shard", paramLabel = "I/N", description = "Only the i-th of n parts, for parallel jobs.")
    private String shard = "1/1";

    @Option(
            names = "--failed",
            description = "Only the tests that did not pass when they were last run in this folder.")
    private boolean failed;

    @Option(names = "--list", description = "Print the tests instead of running them, one a line.")
    private boolean list;

    boolean lists() {
        return list;
    }

    /** Stops when it makes no sense. */
    void check(Console console) throws CommandStopped {
        Matcher parts = SHARD.matcher(shard);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > Integer.parseInt(parts.group(2))) {
            throw new WrongUse("`--shard " + shard + "` is no part of a whole", "write `--shard 1/4` to `--shard 4/4`")
                    .stop(console);
        }
    }

    boolean wantsFailed() {
        return failed;
    }

    TestPlan of(TestPlan all, FailedTests before) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        TestPlan some =
                all.only(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted) && (!failed || before.has(one)));
        Matcher parts = SHARD.matcher(shard);
        return parts.matches() ? some.shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))) : some;
    }
}
