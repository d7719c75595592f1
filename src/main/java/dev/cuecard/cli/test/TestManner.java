package dev.cuecard.cli.test;

import dev.cuecard.chat.budget.Budget;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.cli.option.BudgetOption;
import dev.cuecard.cli.option.ReadingOptions;
import dev.cuecard.sim.Simulator;
import dev.cuecard.testing.ReplySource;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.live.LiveReplies;
import dev.cuecard.testing.recording.Recordings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How tests are run. */
final class TestManner {

    private static final int MOST_JOBS = 64;
    private static final int LIVE_JOBS = 16;
    private static final int MOST_REPEATS = 1_000_000;

    @Option(names = "--live", description = "Ask the model for the replies that a test does not bring along.")
    private boolean live;

    /** What is recorded. */
    enum Recorded {
        /** What is missing or stale. */
        stale,
        /** Everything. */
        all
    }

    /** What a stale recording means. */
    enum Stale {
        /** Exit code 6. */
        fail,
        /** A warning. */
        warn
    }

    @Option(
            names = "--record",
            paramLabel = "all",
            arity = "0..1",
            fallbackValue = "stale",
            description =
                    "Ask the model for the replies whose recording is missing or stale, and record them; =all: for all.")
    private @Nullable Recorded record;

    @Option(
            names = "--stale",
            paramLabel = "fail|warn",
            description = "What a stale recording means; default: fail, with exit code 6.")
    private Stale stale = Stale.fail;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The model to ask instead of the prompt's own: with --live, or `sim` alone. Repeatable.")
    private List<String> models = new ArrayList<>();

    @Option(names = "--repeat", paramLabel = "N", description = "How often each test that asks a model runs.")
    private @Nullable Integer repeat;

    @Option(
            names = "--rate",
            paramLabel = "SHARE",
            description = "The share of runs that has to pass, shown with a confidence of 95 %%: 0.95.")
    private @Nullable BigDecimal rate;

    @Option(
            names = "--recover",
            paramLabel = "none|all",
            description = "Whether malformed replies are mended; default: as the test says, else none.")
    private ReadingOptions.Recover recover = ReadingOptions.Recover.none;

    @Option(names = "--reask", paramLabel = "N", description = "How often an invalid reply is sent back; default: 0.")
    private int reask;

    @Option(names = "--fail-fast", description = "Begin no further test once one has not passed.")
    private boolean failFast;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "How many tests run at once, at most; default: 4, or 16 where a model is asked. To a provider it is 4 "
                            + "at the beginning, half as many when it has too many requests (429), and more when all goes well.")
    private @Nullable Integer jobs;

    @Mixin
    private BudgetOption budget = new BudgetOption();

    /** Stops when it makes no sense. */
    void check(Console console) throws CommandStopped {
        WrongUse wrong = wrong();
        if (wrong != null) {
            throw wrong.stop(console);
        }
    }

    private @Nullable WrongUse wrong() {
        for (String model : models) {
            if (!asks() && !model.equals(Simulator.MODEL)) {
                return new WrongUse(
                        "`--model " + model + "` asks a model, and nothing is sent without `--live` or `--record`",
                        "add `--live`, or try the simulator: `--model sim`");
            }
        }
        if (live && record != null) {
            return new WrongUse(
                    "`--live` asks without recording, `--record` asks and records", "leave out one of the two");
        } else if (jobs != null && (jobs < 1 || jobs > MOST_JOBS)) {
            return new WrongUse("`--jobs` is from 1 to " + MOST_JOBS + ", got " + jobs, "leave it out");
        } else if (repeat != null && (repeat < 1 || repeat > MOST_REPEATS)) {
            return new WrongUse("`--repeat` is from 1 to " + MOST_REPEATS + ", got " + repeat, "write `--repeat 59`");
        } else if (rate != null && (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) > 0)) {
            return new WrongUse("`--rate` is above 0 and at most 1, got " + rate, "write `--rate 0.95`");
        } else if (reask < 0) {
            return new WrongUse("`--reask` is not negative, got " + reask, "write `--reask 1`");
        }
        return null;
    }

    /** Whether a model may be asked over the network. */
    boolean asks() {
        return live || record != null;
    }

    /** How many tests run at once, at most. */
    private int jobs() {
        return jobs != null ? jobs : asks() ? LIVE_JOBS : TestOptions.DEFAULT.jobs();
    }

    /** Who asks the models. */
    LiveReplies live(@Nullable Budget most) {
        return new LiveReplies(jobs(), most);
    }

    /** What the calls may cost, or null. */
    @Nullable
    Budget budget(Console console) throws CommandStopped {
        return budget.read(console);
    }

    /** Where replies come from. */
    Recordings recordings(ReplySource asked) {
        Recordings.Mode mode = record == null
                ? Recordings.Mode.REPLAY
                : record == Recorded.all ? Recordings.Mode.RECORD_ALL : Recordings.Mode.RECORD;
        return new Recordings(mode, stale == Stale.warn, asked);
    }

    boolean isLive() {
        return live;
    }

    List<String> models() {
        return models.stream().distinct().toList();
    }

    TestOptions options() {
        return TestOptions.DEFAULT
                .withModels(models())
                .withRepeat(repeat, rate)
                .withReading(recover == ReadingOptions.Recover.all, reask)
                .withRunning(failFast, jobs());
    }
}
