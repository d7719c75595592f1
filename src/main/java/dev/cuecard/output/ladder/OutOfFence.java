package dev.cuecard.output.ladder;

import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON in a code fence: three back-quotes or more, perhaps a word such as {@code json}, a value and back-quotes again or
 * the end of the reply. Where the value ends its own brackets tell, so that back-quotes may stand in its strings.
 */
final class OutOfFence implements Strategy {

    @Override
    public Found look(Source reply, int from) {
        String text = reply.text();
        List<Candidate> candidates = new ArrayList<>();
        JsonReading.Malformed broken = null;
        for (int start : Fences.contents(reply, from)) {
            if ("{[\"".indexOf(text.charAt(start)) < 0) {
                continue;
            }
            JsonReading reading = JsonText.parseFirst(reply.span(start, text.length()));
            if (reading instanceof JsonReading.Parsed parsed) {
                Span span = parsed.document().span();
                int after = Scan.blanks(text, span.end());
                if (after == text.length() || text.startsWith(Fences.MARK, after)) {
                    candidates.add(Candidate.of(parsed.document(), List.of(recovery(span))));
                }
            } else if (broken == null) {
                broken = (JsonReading.Malformed) reading;
            }
        }
        return new Found(candidates, broken);
    }

    static Recovery recovery(Span at) {
        return new Recovery(Recovery.Kind.CODE_FENCE, "taken out of a code fence", at);
    }
}
