package dev.cuecard.output;

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

    /** A reply of more fences than this is no reply in a fence. */
    private static final int MOST = 50;

    @Override
    public Found look(Source reply) {
        String text = reply.text();
        List<Candidate> candidates = new ArrayList<>();
        JsonReading.Malformed broken = null;
        int at = text.indexOf("```");
        for (int fence = 0; at >= 0 && fence < MOST; fence++) {
            int start = Scan.blanks(text, label(text, Scan.run(text, at, '`')));
            int end = start;
            if (start < text.length() && "{[\"".indexOf(text.charAt(start)) >= 0) {
                JsonReading reading = JsonText.parseFirst(reply.span(start, text.length()));
                if (reading instanceof JsonReading.Parsed parsed) {
                    Span span = parsed.document().span();
                    int after = Scan.blanks(text, span.end());
                    if (after == text.length() || text.startsWith("```", after)) {
                        Recovery recovery = new Recovery(Recovery.Kind.CODE_FENCE, "taken out of a code fence", span);
                        candidates.add(Candidate.of(parsed.document(), List.of(recovery)));
                    }
                    end = span.end();
                } else if (broken == null) {
                    broken = (JsonReading.Malformed) reading;
                }
            }
            int closing = text.indexOf("```", end);
            at = closing < 0 ? -1 : text.indexOf("```", Scan.run(text, closing, '`'));
        }
        return new Found(candidates, broken);
    }

    private static int label(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
