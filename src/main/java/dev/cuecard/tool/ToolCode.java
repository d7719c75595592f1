package dev.cuecard.tool;

import dev.cuecard.data.Json;
import org.jspecify.annotations.Nullable;

/** The code of a tool, whoever wrote it: a host, or a stub of a test. */
@FunctionalInterface
public interface ToolCode {

    /** The result of one call; it may be anything, as the host may have it. */
    @Nullable
    Json call(Json.Obj arguments) throws Exception;
}
