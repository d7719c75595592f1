package dev.cuecard.tool;

import dev.cuecard.data.Json;
import org.jspecify.annotations.Nullable;

/** The code of a tool, whoever wrote it: a host, or a stub of a test. */
@FunctionalInterface
public interface ToolCode {

    /**
     * The result of one call.
     *
     * @param arguments of the declared types
     * @return anything, even null, as the host may have it: it is not held to the declared type yet
     * @throws Exception whatever goes wrong
     */
    @Nullable
    Json call(Json.Obj arguments) throws Exception;
}
