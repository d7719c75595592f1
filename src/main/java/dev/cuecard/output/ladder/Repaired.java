package dev.cuecard.output.ladder;

import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.repair.Mend;
import dev.cuecard.output.repair.Mender;
import dev.cuecard.output.repair.Mending;
import dev.cuecard.output.repair.Signs;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON with other marks than those of JSON: in the code fences, or else in the reply as a whole. Where something that is
 * meant to be JSON cannot be mended, nothing else of the reply is taken for it.
 */
final class Repaired implements Strategy {

    private final boolean finished;

    /** @param finished whether the model said that there is no more to come */
    Repaired(boolean finished) {
        this.finished = finished;
    }

    @Override
    public Found look(Source reply, int from) {
        Found fenced = fenced(reply, from);
        if (!fenced.candidates().isEmpty() || fenced.broken() != null) {
            return fenced;
        }
        String text = reply.text();
        int start = Scan.blanks(text, from);
        if (Signs.isMember(reply, start)) {
            return found(reply, start, false, new ArrayList<>());
        }
        Candidate escaped = InString.bare(reply, start);
        return escaped == null ? around(reply, from, start) : new Found(List.of(escaped), null);
    }

    private Found fenced(Source reply, int from) {
        List<Candidate> candidates = new ArrayList<>();
        String text = reply.text();
        for (int start : Fences.contents(reply, from)) {
            boolean meant = "{[".indexOf(text.charAt(start)) >= 0 || Signs.isMember(reply, start);
            if (meant) {
                Found found = found(reply, start, true, candidates);
                if (found.broken() != null) {
                    return found;
                }
            }
        }
        return new Found(candidates, null);
    }

    private Found around(Source reply, int from, int start) {
        String text = reply.text();
        List<Candidate> candidates = new ArrayList<>();
        int at = OutOfProse.next(text, from);
        for (int tries = 0; at >= 0 && tries < OutOfProse.MOST; tries++) {
            JsonReading reading = JsonText.parseFirst(reply.span(at, text.length()));
            Span span = reading instanceof JsonReading.Parsed parsed
                    ? parsed.document().span()
                    : null;
            int name = Signs.nameBefore(reply, at);
            if (name >= 0) {
                Span part = reply.span(name, at);
                String problem = "the value of this name has no braces around it";
                return new Found(List.of(), new JsonReading.Malformed(part, problem, List.of(), false));
            } else if (span != null && !Signs.goesOn(reply, span)) {
                candidates.add(
                        Candidate.of(((JsonReading.Parsed) reading).document(), List.of(OutOfProse.recovery(span))));
                at = OutOfProse.next(text, span.end());
            } else if (span != null || at == start || Signs.isMeant(reply, at)) {
                Found found = found(reply, at, false, candidates);
                if (found.broken() != null) {
                    return found;
                }
                at = OutOfProse.next(
                        text, candidates.get(candidates.size() - 1).place().end());
            } else {
                at = OutOfProse.next(text, OutOfProse.after(text, at, (JsonReading.Malformed) reading));
            }
        }
        return new Found(candidates, null);
    }

    /** Mends what begins here and adds it to the others; what cannot be mended leaves none. */
    private Found found(Source reply, int start, boolean fenced, List<Candidate> others) {
        Mending mending = new Mender(reply, fenced, finished).mend(start);
        if (mending instanceof Mending.Stuck stuck) {
            return new Found(List.of(), stuck.malformed());
        }
        Mending.Done done = (Mending.Done) mending;
        Span place = done.place();
        List<Recovery> recoveries = new ArrayList<>();
        if (fenced) {
            recoveries.add(OutOfFence.recovery(place));
        } else if (!isWhole(reply, place)) {
            recoveries.add(OutOfProse.recovery(place));
        }
        done.mends().forEach(mend -> recoveries.add(recovery(mend)));
        others.add(new Candidate(done.document().value(), done.document(), done.origin(), place, recoveries));
        return new Found(others, null);
    }

    static boolean isWhole(Source reply, Span place) {
        String text = reply.text();
        return text.substring(0, place.start()).isBlank()
                && text.substring(place.end()).isBlank();
    }

    static Recovery recovery(Mend mend) {
        return new Recovery(kind(mend.kind()), mend.message(), mend.at());
    }

    static Recovery.Kind kind(Mend.Kind kind) {
        return switch (kind) {
            case QUOTES -> Recovery.Kind.QUOTES;
            case MISSING_QUOTE -> Recovery.Kind.MISSING_QUOTE;
            case INNER_QUOTES -> Recovery.Kind.INNER_QUOTES;
            case CONTROL_CHARACTER -> Recovery.Kind.CONTROL_CHARACTER;
            case BAD_ESCAPE -> Recovery.Kind.BAD_ESCAPE;
            case EXTRA_COMMA -> Recovery.Kind.EXTRA_COMMA;
            case MISSING_COMMA -> Recovery.Kind.MISSING_COMMA;
            case EXTRA_COLON -> Recovery.Kind.EXTRA_COLON;
            case MISSING_COLON -> Recovery.Kind.MISSING_COLON;
            case EXTRA_CLOSER -> Recovery.Kind.EXTRA_CLOSER;
            case MISSING_CLOSER -> Recovery.Kind.MISSING_CLOSER;
            case BARE_NAME -> Recovery.Kind.BARE_NAME;
            case BARE_TEXT -> Recovery.Kind.BARE_TEXT;
            case COMMENT -> Recovery.Kind.COMMENT;
            case MISSING_BRACES -> Recovery.Kind.MISSING_BRACES;
            case PYTHON_WORD -> Recovery.Kind.PYTHON_WORD;
            case LEADING_ZERO -> Recovery.Kind.LEADING_ZERO;
            case PLUS_SIGN -> Recovery.Kind.PLUS_SIGN;
            case ODD_BLANK -> Recovery.Kind.ODD_BLANK;
        };
    }
}
