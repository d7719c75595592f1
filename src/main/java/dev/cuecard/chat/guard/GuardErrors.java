package dev.cuecard.chat.guard;

import dev.cuecard.chat.Seconds;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.time.Duration;

/** Why a provider is not asked. */
final class GuardErrors {

    private GuardErrors() {}

    /** Its breaker is open. */
    static Diagnostic open(String provider, int failures, Duration left) {
        return Diagnostic.error(
                        Code.P757, Quoted.of(provider) + " is not asked: its last " + failures + " calls failed")
                .note(
                        left.isZero()
                                ? "a call is under way that tries whether it answers again"
                                : "in " + Seconds.of(left) + " a call may try whether it answers again")
                .done();
    }

    /** It has not accepted the key. */
    static Diagnostic noKey(String provider) {
        return Diagnostic.error(Code.P758, Quoted.of(provider) + " is not asked any more")
                .note("an earlier call was refused, since it does not accept the key (HTTP 401)")
                .done();
    }

    /** It does not allow a model. */
    static Diagnostic notAllowed(String provider, String model) {
        return Diagnostic.error(Code.P758, Quoted.of(model) + " of " + Quoted.of(provider) + " is not asked any more")
                .note("an earlier call was refused, since it is not allowed (HTTP 403)")
                .done();
    }
}
