package dev.cuecard.schema;

import dev.cuecard.data.Json;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Work on values that goes as deep as the values do. The library takes several frames of the stack for a level: a deep
 * value is worked on by a thread that has room for it, whatever the caller has.
 */
public final class Deep {

    private static final int SHALLOW = 50;

    /** Bytes; reserved, and used only as far as a value is deep. */
    private static final long STACK = 256L << 20;

    private Deep() {}

    /** What the work makes of the value. Throws what the work throws. */
    public static <R> R apply(Json value, Function<Json, R> work) {
        if (depth(value, 0) <= SHALLOW) {
            return work.apply(value);
        }
        CompletableFuture<R> result = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.complete(work.apply(value));
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                },
                "cuecard-deep",
                STACK);
        thread.setDaemon(true);
        thread.start();
        return result.join();
    }

    private static int depth(Json value, int outside) {
        int deepest = outside;
        if (outside > SHALLOW) {
            return outside;
        } else if (value instanceof Json.Arr list) {
            for (Json item : list.items()) {
                deepest = Math.max(deepest, depth(item, outside + 1));
            }
        } else if (value instanceof Json.Obj object) {
            for (Json member : object.members().values()) {
                deepest = Math.max(deepest, depth(member, outside + 1));
            }
        }
        return deepest;
    }
}
