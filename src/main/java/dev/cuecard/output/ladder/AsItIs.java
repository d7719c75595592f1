package dev.cuecard.output.ladder;

import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.util.List;

/** The whole reply is JSON; white space around it and a byte-order mark are no part of it. */
final class AsItIs implements Strategy {

    @Override
    public Found look(Source reply, int from) {
        JsonReading reading = JsonText.parse(reply.span(from, reply.text().length()));
        if (reading instanceof JsonReading.Parsed parsed) {
            return new Found(List.of(Candidate.of(parsed.document(), List.of())), null);
        }
        return new Found(List.of(), (JsonReading.Malformed) reading);
    }
}
