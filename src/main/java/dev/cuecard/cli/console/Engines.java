package dev.cuecard.cli.console;

import dev.cuecard.PromptEngine;
import dev.cuecard.PromptEngineBuilder;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.config.ConfigurationReading;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.repl.ExitCode;
import java.time.Duration;

/** Makes the engine of a command. */
public final class Engines {

    /** In which a call of a test may begin another attempt. */
    private static final Duration TESTS = Duration.ofMinutes(5);

    private static final int RETRIES_OF_TESTS = 4;

    private Engines() {}

    /** An engine with the providers that the environment and the files name. */
    public static PromptEngine of(Console console, Timeouts timeouts) throws CommandStopped {
        return builder(console)
                .environment(console.environment())
                .timeouts(timeouts)
                .build();
    }

    /** The same for a suite of tests, which has more patience. */
    public static PromptEngine ofTests(Console console) throws CommandStopped {
        return builder(console)
                .environment(console.environment())
                .timeouts(Timeouts.DEFAULT.with(Timeouts.Name.OVERALL, TESTS))
                .retries(RETRIES_OF_TESTS)
                .build();
    }

    /** An engine that asks no model. */
    public static PromptEngine offline(Console console) throws CommandStopped {
        return builder(console).build();
    }

    /** An engine with what the user has configured; a mistake there has been said when it stops. */
    public static PromptEngineBuilder builder(Console console) throws CommandStopped {
        ConfigurationReading user = UserConfiguration.read(console.environment());
        console.report(user.findings());
        if (Diagnostic.stops(user.findings())) {
            throw new CommandStopped(ExitCode.MISTAKE);
        }
        return PromptEngine.builder().configuration(user.configuration()).clock(console.clock());
    }
}
