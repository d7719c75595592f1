package dev.cuecard.output;

import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects and lists that stand between other text. An object that begins well and breaks off is a broken reply: nothing
 * of its inside is taken for the whole, and nothing else of the reply either.
 */
final class OutOfProse implements Strategy {

    /** A text with more brackets than this that open nothing holds no reply. */
    private static final int MOST = 100;

    @Override
    public Found look(Source reply) {
        String text = reply.text();
        List<Candidate> candidates = new ArrayList<>();
        int at = next(text, 0);
        for (int tries = 0; at >= 0 && tries < MOST; tries++) {
            JsonReading reading = JsonText.parseFirst(reply.span(at, text.length()));
            if (reading instanceof JsonReading.Parsed parsed) {
                Span span = parsed.document().span();
                Recovery recovery = new Recovery(Recovery.Kind.PROSE, "taken out of the text around it", span);
                candidates.add(Candidate.of(parsed.document(), List.of(recovery)));
                at = next(text, span.end());
            } else if (isObject(text, at)) {
                return new Found(List.of(), (JsonReading.Malformed) reading);
            } else {
                at = next(text, meant(text, at, (JsonReading.Malformed) reading));
            }
        }
        return new Found(candidates, null);
    }

    /** Where to go on after a bracket that opens no JSON. */
    private static int meant(String text, int at, JsonReading.Malformed malformed) {
        boolean atOnce = malformed.at().start() <= Scan.blanks(text, at + 1);
        return atOnce ? at + 1 : Scan.balanced(text, at);
    }

    /** Whether a brace is followed by a name in quotes, as in JSON and hardly in prose. */
    private static boolean isObject(String text, int at) {
        int first = Scan.blanks(text, at + 1);
        return text.charAt(at) == '{' && first < text.length() && text.charAt(first) == '"';
    }

    private static int next(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{' || c == '[') {
                return at;
            }
        }
        return -1;
    }
}
