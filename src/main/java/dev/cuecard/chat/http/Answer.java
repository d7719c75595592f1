package dev.cuecard.chat.http;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Fault;
import dev.cuecard.diagnostic.Diagnostic;

/** What one attempt came to. */
sealed interface Answer {

    /** The model answered. */
    record Good(ChatReply reply) implements Answer {}

    /** There is no answer. */
    record Bad(Diagnostic diagnostic, Fault fault) implements Answer {}
}
