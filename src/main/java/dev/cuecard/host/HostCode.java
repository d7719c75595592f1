package dev.cuecard.host;

import org.jspecify.annotations.Nullable;

/** The code of a function or filter. Several renderings may call it at once. */
@FunctionalInterface
public interface HostCode {

    /**
     * Answers one call.
     *
     * @param arguments the arguments, of the declared types
     * @return a value of the declared type: {@code Json}, a string, number or boolean, an enum constant, a date or time of
     *     {@code java.time}, a list, a map, an optional of them, or null where the type has it
     * @throws Exception when it fails: the rendering then has an error at the place of the call
     */
    @Nullable
    Object call(HostArguments arguments) throws Exception;
}
