package dev.cuecard.output.repair;

import dev.cuecard.diagnostic.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was changed so far: the list for people, and the text that it makes. */
final class Steps {

    /** The most changes that are listed; a text that needs more is still read. */
    private static final int MOST = 1_000;

    private final Source source;
    private final Patch patch;
    private final List<Mend> mends = new ArrayList<>();
    private int more;

    /** A comma or a colon was added, or a quote taken for text. */
    private boolean markAdded;

    /** Where a quote was added, or -1; a second time there would be too many ways to read the text. */
    private int quoteAdded = -1;

    /** A name or a text has no quotes. */
    private boolean bare;

    Steps(Source source) {
        this.source = source;
        this.patch = new Patch(source);
    }

    void copy(int from, int to) {
        patch.copy(from, to);
    }

    /** Lists a change. */
    void note(Mend.Kind kind, String message, int from, int to) {
        markAdded |=
                kind == Mend.Kind.MISSING_COMMA || kind == Mend.Kind.MISSING_COLON || kind == Mend.Kind.INNER_QUOTES;
        bare |= kind == Mend.Kind.BARE_NAME || kind == Mend.Kind.BARE_TEXT;
        if (mends.size() < MOST) {
            mends.add(new Mend(kind, message, source.span(from, to)));
        } else {
            more++;
        }
    }

    /** Writes marks in the place of a part of the text, and lists the change. */
    void put(Mend.Kind kind, String message, String marks, int from, int to) {
        note(kind, message, from, to);
        patch.put(marks, from, to);
    }

    /** Writes marks as part of a change that is listed already. */
    void put(String marks, int from, int to) {
        patch.put(marks, from, to);
    }

    /** Lists a quote that is added. */
    void quote(String message, int at) throws Unclear {
        if (quoteAdded >= 0) {
            throw new Unclear(source.span(at, at), "a second quote is missing here");
        }
        quoteAdded = at;
        note(Mend.Kind.MISSING_QUOTE, message, at, at);
    }

    /** Where text has no quotes at all, one that has a single quote may be the end of it. */
    void check() throws Unclear {
        if (bare && quoteAdded >= 0) {
            throw new Unclear(source.span(quoteAdded, quoteAdded), "a quote is missing here, and elsewhere both are");
        }
    }

    /** Whether something else than a bracket was missing. */
    boolean isAdded() {
        return markAdded || quoteAdded >= 0;
    }

    Patch patch() {
        return patch;
    }

    List<Mend> mends() {
        if (more > 0) {
            Mend last = mends.get(MOST - 1);
            String message = String.format(Locale.ROOT, "%s, and %,d more changes", last.message(), more);
            mends.set(MOST - 1, new Mend(last.kind(), message, last.at()));
            more = 0;
        }
        return mends;
    }
}
