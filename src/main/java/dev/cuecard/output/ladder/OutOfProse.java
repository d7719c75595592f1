package dev.cuecard.output.ladder;

import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.repair.Signs;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects and lists that stand between other text. An object that begins well and breaks off is a broken reply: nothing
 * of its inside is taken for the whole, and nothing else of the reply either.
 */
final class OutOfProse implements Strategy {

    /** A text with more brackets than this that open nothing holds no reply. */
    static final int MOST = 100;

    @Override
    public Found look(Source reply, int from) {
        String text = reply.text();
        List<Candidate> candidates = new ArrayList<>();
        int at = next(text, from);
        if (Signs.isMember(reply, Scan.blanks(text, from))) {
            // What stands in it is a part of the whole.
            return new Found(List.of(), null);
        }
        for (int tries = 0; at >= 0 && tries < MOST; tries++) {
            JsonReading reading = JsonText.parseFirst(reply.span(at, text.length()));
            if (reading instanceof JsonReading.Parsed parsed) {
                Span span = parsed.document().span();
                if (Signs.goesOn(reply, span) || Signs.nameBefore(reply, at) >= 0) {
                    return new Found(List.of(), null);
                }
                candidates.add(Candidate.of(parsed.document(), List.of(recovery(span))));
                at = next(text, span.end());
            } else if (Signs.isMeant(reply, at)) {
                return new Found(List.of(), (JsonReading.Malformed) reading);
            } else {
                at = next(text, after(text, at, (JsonReading.Malformed) reading));
            }
        }
        return new Found(candidates, null);
    }

    static Recovery recovery(Span at) {
        return new Recovery(Recovery.Kind.PROSE, "taken out of the text around it", at);
    }

    /** Where to go on after a bracket that opens no JSON. */
    static int after(String text, int at, JsonReading.Malformed malformed) {
        boolean atOnce = malformed.at().start() <= Scan.blanks(text, at + 1);
        return atOnce ? at + 1 : Scan.balanced(text, at);
    }

    /** The next bracket that opens something, or -1. */
    static int next(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{' || c == '[') {
                return at;
            }
        }
        return -1;
    }
}
