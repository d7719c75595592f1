package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.antlr.CuecardParser.PartContext;
import dev.cuecard.syntax.antlr.CuecardParser.TextContext;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.mistake.TextErrors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds each {@code if} and {@code for} of a text against its {@code end}; what is missing or too much is mended. */
final class TagBalance {

    private static final Set<String> ENDS =
            Set.of("endif", "endfor", "end_if", "end_for", "endeach", "endunless", "fi", "done");

    private final Reading reading;
    private final boolean silent;
    private boolean stray;
    private final List<TextPart> balanced = new ArrayList<>();
    private final Deque<TextPart.Tag> open = new ArrayDeque<>();
    /** The {@code else} of the innermost that is open, for each that is open. */
    private final Deque<TextPart.Tag> seen = new ArrayDeque<>();

    private final List<TextPart> parts;
    private final Span whole;

    private TagBalance(Reading reading, Span whole, List<TextPart> parts, boolean silent) {
        this.whole = whole;
        this.parts = parts;
        this.reading = reading;
        this.silent = silent;
    }

    /** The parts with their tags in balance. */
    static List<TextPart> of(Reading reading, TextContext context, List<TextPart> parts) {
        boolean silent = reading.hasForeignTag(reading.span(context));
        for (PartContext part : context.part()) {
            silent |= part.TAG_CLOSE() != null && ((Lexeme) part.TAG_CLOSE().getSymbol()).repaired();
        }
        TagBalance balance = new TagBalance(reading, reading.span(context), parts, silent);
        parts.forEach(balance::take);
        while (!balance.open.isEmpty()) {
            TextPart.Tag tag = balance.open.pop();
            if (balance.endByMisspelling(tag)) {
                continue;
            }
            Span half = HalfTag.in(balance.whole, parts, HalfTag.END, tag.span().end());
            balance.report(half == null ? TextErrors.withoutEnd(tag) : TextErrors.plainEnd(half, tag));
            TextPart last = parts.get(parts.size() - 1);
            balance.balanced.add(new TextPart.End(last.span().atEnd(), TextPart.Trim.NONE));
        }
        return List.copyOf(balance.balanced);
    }

    private void report(Diagnostic finding) {
        if (!silent) {
            reading.report(finding);
        }
    }

    /** Once a text: what is without its opener comes with more of its kind. */
    private void reportStray(Diagnostic finding) {
        if (!stray) {
            report(finding);
            stray = true;
        }
    }

    private void take(TextPart part) {
        if (part instanceof TextPart.If || part instanceof TextPart.For) {
            open.push((TextPart.Tag) part);
            seen.push((TextPart.Tag) part);
            balanced.add(part);
        } else if (part instanceof TextPart.Else || part instanceof TextPart.ElseIf) {
            otherwise((TextPart.Tag) part);
        } else if (part instanceof TextPart.End) {
            end((TextPart.Tag) part);
        } else if (foreignEnd(part) != null) {
            TextPart.Print print = (TextPart.Print) part;
            reading.report(TextErrors.foreignEnd(print.value().span()));
            if (!open.isEmpty()) {
                end(new TextPart.End(print.span(), print.trim()));
            }
        } else {
            balanced.add(part);
        }
    }

    private static @Nullable String foreignEnd(TextPart part) {
        return part instanceof TextPart.Print print
                        && print.value() instanceof Expression.Ref ref
                        && ENDS.contains(ref.name().text())
                ? ref.name().text()
                : null;
    }

    /** Takes the first value behind an open tag whose name is nearly {@code end} for one. */
    private boolean endByMisspelling(TextPart.Tag tag) {
        for (int i = balanced.indexOf(tag); i < balanced.size(); i++) {
            if (balanced.get(i) instanceof TextPart.Print print
                    && print.value() instanceof Expression.Ref ref
                    && Nearest.of(ref.name().text(), List.of("end")) != null) {
                report(TextErrors.misspelledEnd(ref.span(), tag));
                balanced.set(i, new TextPart.End(print.span(), print.trim()));
                return true;
            }
        }
        return false;
    }

    private void end(TextPart.Tag tag) {
        if (open.isEmpty()) {
            Span half = HalfTag.in(whole, parts, HalfTag.OPENER, whole.start());
            reportStray(
                    half == null || half.start() > tag.span().start()
                            ? TextErrors.endWithoutTag(tag.span())
                            : TextErrors.plainOpener(half, tag.span()));
        } else {
            open.pop();
            seen.pop();
            balanced.add(tag);
        }
    }

    private void otherwise(TextPart.Tag tag) {
        boolean condition = tag instanceof TextPart.ElseIf;
        TextPart.Tag opener = open.peek();
        TextPart.Tag before = seen.peek();
        if (opener == null || before == null) {
            reportStray(TextErrors.elseWithoutTag(tag.span()));
        } else if (before instanceof TextPart.Else) {
            report(TextErrors.elseAfterElse(tag.span(), before.span()));
        } else if (condition && opener instanceof TextPart.For) {
            report(TextErrors.elseIfInFor(tag.span(), opener.span()));
        } else {
            seen.pop();
            seen.push(tag);
            balanced.add(tag);
        }
    }
}
