package dev.cuecard.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A function that prompts may call, or a filter, with the host's code behind it. Its types are declared as those of a tool
 * are, with the types that the language has by itself; a filter's first parameter is what it filters.
 *
 * <pre>{@code
 * HostFunction slug = HostFunction.of("slug(text: string, separator?: string): string",
 *         args -> args.text("text").toLowerCase(Locale.ROOT).replace(" ", args.has("separator") ? args.text("separator") : "-"));
 * PromptEngine engine = PromptEngine.builder().filter(slug).build();
 * }</pre>
 *
 * @param declaration name, parameters and result
 * @param code what answers, or null for one that is only declared: it can be checked, and not called
 * @param time how long one call may take
 * @param untrusted whether what it gives comes from outside, even when its arguments do not
 */
public record HostFunction(String declaration, @Nullable HostCode code, Duration time, boolean untrusted) {

    /** How long one call may take if not said: 5 seconds. */
    public static final Duration TIME = Duration.ofSeconds(5);

    /** Checks the time. */
    public HostFunction {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the time of a call: " + time);
        }
    }

    /** A function or filter; whether the declaration can be read tells {@code PromptEngineBuilder.build()}. */
    public static HostFunction of(String declaration, HostCode code) {
        return new HostFunction(declaration, code, TIME, false);
    }

    /** One that is only declared. */
    public static HostFunction declared(String declaration) {
        return new HostFunction(declaration, null, TIME, false);
    }

    /** The same with another time for a call. */
    public HostFunction within(Duration most) {
        return new HostFunction(declaration, code, most, untrusted);
    }

    /** The same, giving text that comes from outside: prompts have to fence it like that of an untrusted input. */
    public HostFunction givingUntrusted() {
        return new HostFunction(declaration, code, time, true);
    }
}
