package dev.cuecard.chat.reply;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Fault;
import dev.cuecard.diagnostic.Diagnostic;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one attempt came to. */
public sealed interface Answer {

    /** No headers, for a fault before there were any. */
    HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    /**
     * The model answered.
     *
     * @param findings warnings about how it did
     */
    record Good(ChatReply reply, List<Diagnostic> findings) implements Answer {

        /** Copies the findings. */
        public Good {
            findings = List.copyOf(findings);
        }
    }

    /**
     * There is no answer.
     *
     * @param diagnostic for a person
     * @param fault for programs
     * @param hopeless whether the server's words say that another attempt cannot go better
     * @param headers those of the reply, or none
     * @param partial the text of the reply as far as it came, or null when none came
     */
    record Bad(
            Diagnostic diagnostic,
            Fault fault,
            boolean hopeless,
            HttpHeaders headers,
            @Nullable String partial) implements Answer {

        /** A fault of which no words of the server tell more. */
        public Bad(Diagnostic diagnostic, Fault fault) {
            this(diagnostic, fault, false, NO_HEADERS, null);
        }

        /** The same with headers. */
        public Bad with(HttpHeaders some) {
            return new Bad(diagnostic, fault, hopeless, some, partial);
        }

        /** The same with what there is of the text. */
        public Bad with(@Nullable String text) {
            return new Bad(diagnostic, fault, hopeless, headers, text == null || text.isEmpty() ? null : text);
        }
    }
}
