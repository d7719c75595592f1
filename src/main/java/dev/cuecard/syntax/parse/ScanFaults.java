package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.antlr.Fault;
import dev.cuecard.syntax.antlr.Faults;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.build.Reading;
import dev.cuecard.syntax.mistake.ScanErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What the scanner found wrong in a file: one finding a line, since what follows a fault on its line is seldom one. */
final class ScanFaults implements Faults {

    private record Found(Fault fault, Span at, int until) {

        boolean hides(Found other) {
            return fault == Fault.STRING_OPEN
                    && (other.fault == Fault.NUMBER
                            || other.fault == Fault.CHARACTER
                            || other.fault == Fault.FOREIGN_SIGN);
        }
    }

    private final Source source;
    private final List<Found> all = new ArrayList<>();
    private final Map<Integer, Found> byLine = new HashMap<>();

    /** Where faults stand that blur the declaration around them. */
    private final NavigableSet<Integer> blurs = new TreeSet<>();

    ScanFaults(Source source) {
        this.source = source;
    }

    @Override
    public void found(Fault fault, int start, int end, int until) {
        Found found = new Found(fault, source.span(start, end), until);
        all.add(found);
        // What is read outside of a string that is never closed is no mistake of its own.
        byLine.merge(source.line(start), found, (first, next) -> next.hides(first) ? next : first);
        if (fault.blursDeclaration()) {
            blurs.add(start);
        }
        if (fault == Fault.MISMATCH) {
            blurs.add(until);
        }
    }

    /** Takes back that brackets close nothing, where that comes from a mistake that is told already. */
    void forgive(int from, int to) {
        all.removeIf(found -> found.fault == Fault.STRAY && found.at.start() >= from && found.at.start() < to);
    }

    /** Tells which texts hold tags of another language: the balance of their tags is not to be judged. */
    void noteForeignTags(Reading reading) {
        for (Found found : all) {
            if (found.fault == Fault.FOREIGN_TAG) {
                reading.foreignTag(found.at.start());
            }
        }
    }

    void report(Reading reading) {
        int openForeign = 0;
        for (Found found : all) {
            boolean closes = false;
            if (found.fault == Fault.FOREIGN_TAG) {
                closes = found.at.text().startsWith("{{/") && openForeign > 0;
                openForeign += closes ? -1 : found.at.text().startsWith("{{#") ? 1 : 0;
            }
            int line = found.at.line();
            Found above = byLine.get(line - 1);
            boolean again = found.fault == Fault.TAG_OUTSIDE && above != null && above.fault == Fault.TAG_OUTSIDE;
            if (found.equals(byLine.get(line)) && !closes && !again) {
                reading.report(ScanErrors.of(found.fault, found.at, found.until));
            }
        }
    }

    /** The quotes of text blocks that are never closed and stand where a block is closed, alone at the start of a line. */
    List<Span> closersAlone() {
        return all.stream()
                .filter(found -> found.fault == Fault.BLOCK_OPEN)
                .map(Found::at)
                .filter(at -> source.lineText(at.line()).strip().equals(at.text()))
                .toList();
    }

    /** Whether a fault stands before a token on its line, which then is not the first of it. */
    private boolean isBehindFault(Lexeme at) {
        Found found = byLine.get(source.line(at.start()));
        return found != null && found.at.start() < at.start();
    }

    /** Whether a mistake at a token may come from a fault before it, so that it is not to be told. */
    boolean explain(TokenArray tokens, int start, Lexeme at) {
        // What is missing before the first token of a line is missing on a line above.
        Lexeme last = tokens.get(Math.max(start, at.getTokenIndex() - 1));
        boolean begins = (at.first() && !isBehindFault(at)) || at.getTokenIndex() == tokens.size() - 1;
        if (at.repaired() || byLine.containsKey(source.line(begins ? last.start() : at.start()))) {
            return true;
        }
        Integer blur = blurs.ceiling(tokens.get(start).start());
        return blur != null && blur <= at.end();
    }
}
