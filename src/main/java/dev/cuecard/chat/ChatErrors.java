package dev.cuecard.chat;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;

/** Why a call was not made, or not to its end, though nothing is wrong with the provider. */
public final class ChatErrors {

    private ChatErrors() {}

    /** It was cancelled. */
    public static Diagnostic cancelled() {
        return Diagnostic.error(Code.P750, "the run was cancelled").done();
    }
}
