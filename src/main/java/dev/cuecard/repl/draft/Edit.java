package dev.cuecard.repl.draft;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft with what was typed put into it, before anybody knows whether that is right.
 *
 * @param text the whole text
 * @param typed what was typed
 * @param moves where parts of what was typed stand in the whole
 * @param replaced what there was before, as a person calls it
 * @param added what is new
 */
public record Edit(String text, Source typed, List<Move> moves, List<String> replaced, List<String> added) {

    /** Copies the lists. */
    public Edit {
        moves = List.copyOf(moves);
        replaced = List.copyOf(replaced);
        added = List.copyOf(added);
    }

    /** A part of what was typed, and where it stands in the whole. */
    public record Move(int from, int to, int length) {}

    /**
     * A finding about the whole as one about what was typed, where it speaks of that: the person sees the own line, not
     * where the session has put it.
     *
     */
    public Diagnostic shown(Diagnostic finding) {
        return new Diagnostic(
                finding.severity(),
                finding.code(),
                finding.message(),
                moved(finding.primary()),
                finding.secondary().stream()
                        .map(label -> new Label(moved(label.span()), label.text()))
                        .toList(),
                finding.notes(),
                finding.help());
    }

    private @Nullable Label moved(@Nullable Label label) {
        return label == null ? null : new Label(moved(label.span()), label.text());
    }

    private Span moved(Span span) {
        if (!span.source().text().equals(text)) {
            return span;
        }
        for (Move move : moves) {
            if (span.start() >= move.to && span.end() <= move.to + move.length) {
                int shift = move.from - move.to;
                return typed.span(span.start() + shift, span.end() + shift);
            }
        }
        return span;
    }

    /** Whether a finding speaks of what was there before, and not first of what was typed. */
    public boolean isAboutTheRest(Diagnostic finding) {
        return finding.primary() != null
                && finding.primary().span().source().text().equals(text)
                && moved(finding.primary().span()).source() != typed;
    }
}
