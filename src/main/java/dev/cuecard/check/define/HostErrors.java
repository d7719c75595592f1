package dev.cuecard.check.define;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import org.jspecify.annotations.Nullable;

/** Mistakes in what a host declares. */
final class HostErrors {

    private static final String EXAMPLE = "write name, parameters and result: `slug(text: string): string`";

    private HostErrors() {}

    /** {@code why} is what else was found, or null. */
    static Diagnostic unreadable(String declaration, String what, @Nullable Diagnostic why) {
        Diagnostic.Builder error =
                error(Code.P780, "a " + what + " of the host cannot be declared so: " + Quoted.of(declaration));
        if (why != null) {
            error.note(why.message()
                    + (why.primary() == null
                            ? ""
                            : ": " + Quoted.of(why.primary().span().text())));
        }
        return error.help(why == null || why.help() == null ? EXAMPLE : why.help())
                .done();
    }

    static Diagnostic picture(String declaration, String what) {
        return error(Code.P780, "a " + what + " of the host cannot be declared so: " + Quoted.of(declaration))
                .note("pictures are only inputs of a prompt")
                .done();
    }

    static Diagnostic filtersNothing(String name) {
        return error(Code.P780, "the filter " + Quoted.of(name) + " of the host has no parameter for what it filters")
                .help("its first parameter is what it filters: `" + name + "(text: string): string`")
                .done();
    }

    static Diagnostic taken(String name, String what) {
        return error(Code.P780, "the host cannot declare the " + what + " " + Quoted.of(name))
                .note("the language has a " + what + " of that name")
                .done();
    }

    static Diagnostic twice(String name, String what) {
        return error(Code.P780, "the host declares the " + what + " " + Quoted.of(name) + " twice")
                .done();
    }
}
