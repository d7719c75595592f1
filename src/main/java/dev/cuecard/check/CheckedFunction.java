package dev.cuecard.check;

import dev.cuecard.host.HostFunction;
import dev.cuecard.schema.Type;
import java.util.List;

/**
 * A function or filter of the host.
 *
 * @param name its name
 * @param params its parameters; of a filter the first is what it filters
 * @param result the type of what it gives
 * @param safe whether text from outside is fenced in what it gives
 * @param host the code
 */
public record CheckedFunction(String name, List<Param> params, Type result, boolean safe, HostFunction host) {

    /** Copies the parameters. */
    public CheckedFunction {
        params = List.copyOf(params);
    }

    /** A parameter; one that is optional may be left out. */
    public record Param(String name, Type type, boolean optional) {}
}
