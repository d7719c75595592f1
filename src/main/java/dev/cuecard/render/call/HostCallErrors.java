package dev.cuecard.render.call;

import dev.cuecard.chat.Seconds;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.host.HostCall;
import dev.cuecard.schema.validate.Violation;

/** What can go wrong with the host's functions and filters, one method a mistake. */
final class HostCallErrors {

    private HostCallErrors() {}

    private static String name(Expr.HostCall call) {
        return Quoted.of(call.function().name());
    }

    static Diagnostic threw(Expr.HostCall call, Throwable thrown) {
        return Diagnostic.error(Code.P781, "the host's " + name(call) + " failed", call.span(), "called here")
                .note("its code threw " + HostCall.shown(thrown))
                .done();
    }

    static Diagnostic late(Expr.HostCall call) {
        return Diagnostic.error(
                        Code.P782,
                        "the host's " + name(call) + " took longer than "
                                + Seconds.of(call.function().host().time()),
                        call.span(),
                        "called here")
                .note("its code was interrupted, and its result is not waited for")
                .done();
    }

    static Diagnostic interrupted(Expr.HostCall call) {
        return Diagnostic.error(Code.P782, "the host's " + name(call) + " was interrupted", call.span(), "called here")
                .note("the thread that renders was interrupted")
                .done();
    }

    static Diagnostic nonsense(Expr.HostCall call, String gave) {
        return Diagnostic.error(
                        Code.P783,
                        "what the host's " + name(call) + " gives cannot be used",
                        call.span(),
                        "called here")
                .note("its code gave " + gave)
                .note("it is declared as " + Quoted.of(call.function().host().declaration()))
                .done();
    }

    static Diagnostic unfit(Expr.HostCall call, Json value, Violation violation) {
        return Diagnostic.error(
                        Code.P783,
                        "what the host's " + name(call) + " gives does not match its type"
                                + (violation.pointer().isEmpty() ? "" : " at " + Quoted.of(violation.pointer())),
                        call.span(),
                        violation.expected())
                .note("it gave " + Quoted.of(JsonText.compact(value)))
                .note("it is declared as " + Quoted.of(call.function().host().declaration()))
                .done();
    }

    static Diagnostic noCode(Expr.HostCall call) {
        return Diagnostic.error(
                        Code.P784,
                        name(call) + " is only declared, and there is no code for it",
                        call.span(),
                        "called here")
                .note("`cuecard.json` declares it, so that a prompt that calls it can be checked")
                .help("give its code: PromptEngine.builder().function(HostFunction.of(\"…\", code))")
                .done();
    }
}
