package dev.cuecard.check.call;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression.Arg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the arguments of a call to the parameters that they are meant for. */
final class Args {

    private Args() {}

    /** A parameter, as far as that matters for this. */
    record Param(String name, boolean required) {}

    /**
     * The argument for each parameter, null where there is none.
     *
     * @param call the whole call
     * @param what the function or filter as a message names it
     * @return null when they do not fit, and that has been said
     */
    static @Nullable List<@Nullable Arg> bind(Exprs exprs, Span call, String what, List<Arg> args, List<Param> params) {
        List<@Nullable Arg> bound = new ArrayList<>(Collections.nCopies(params.size(), null));
        int next = 0;
        for (Arg arg : args) {
            int at = arg.name() == null ? next++ : indexOf(params, arg.name().text());
            if (at < 0 && arg.name() != null) {
                exprs.report(CallErrors.unknownParameter(
                        arg.name(), what, params.stream().map(Param::name).toList()));
                return null;
            } else if (at >= params.size()) {
                exprs.report(CallErrors.tooMany(arg.span(), what, params.size()));
                return null;
            }
            Arg before = bound.set(at, arg);
            if (before != null) {
                exprs.report(CallErrors.argumentTwice(
                        arg.span(), before.span(), params.get(at).name(), what));
                return null;
            }
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (bound.get(i) == null && params.get(i).required()) {
                missing.add(params.get(i).name());
            }
        }
        if (!missing.isEmpty()) {
            exprs.report(CallErrors.tooFew(call, what, missing));
            return null;
        }
        return bound;
    }

    private static int indexOf(List<Param> params, String name) {
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
