package dev.cuecard.check.lint;

import dev.cuecard.check.Findings;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.TextPart;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What other template languages would read as a tag, and this one as text; and what a filter does better. */
final class Habits {

    private static final Pattern JINJA = Pattern.compile("\\{%[-+]?\\s*(?:if|elif|else|endif|for|endfor|set|block"
            + "|endblock|macro|endmacro|include|raw|endraw)\\b[^%\n]*%}");
    private static final Pattern TRIPLE =
            Pattern.compile("(?<![^\\s\"])\\{\\{\\{[ \t]*[\\p{L}_][\\p{L}\\p{N}_.]*[ \t]*}}}(?![^\\s\".,;:!?])");

    private final Findings findings;
    private final List<Expression.Text> texts;

    Habits(List<Expression.Text> texts, Findings findings) {
        this.texts = texts;
        this.findings = findings;
    }

    void check() {
        for (Expression.Text text : texts) {
            Span jinja = find(JINJA, text);
            if (jinja != null && isLiteral(jinja, text)) {
                findings.add(LintErrors.jinja(jinja));
            }
            Span triple = find(TRIPLE, text);
            if (triple != null) {
                findings.add(LintErrors.triple(triple));
            }
            join(text);
        }
    }

    private static @Nullable Span find(Pattern pattern, Expression.Text text) {
        Source source = text.span().source();
        Matcher matcher = pattern.matcher(source.text())
                .region(text.span().start(), text.span().end())
                .useTransparentBounds(true);
        return matcher.find() ? source.span(matcher.start(), matcher.end()) : null;
    }

    /** Whether it stands in the text itself and not in a tag of it. */
    private static boolean isLiteral(Span span, Expression.Text text) {
        return text.parts().stream()
                .filter(TextPart.Literal.class::isInstance)
                .map(TextPart::span)
                .anyMatch(literal -> literal.start() <= span.start() && span.end() <= literal.end());
    }

    /** The place where a name stands in single braces, as other languages print it; null when it does nowhere. */
    @Nullable
    Span inBraces(Name name) {
        // One brace too few is no tag either: `{ name | upper }}`.
        Pattern braces = Pattern.compile(
                "(?<!\\{)\\$?\\{[ \t]*" + Pattern.quote(name.text()) + "[ \t]*(?:\\|[^{}\n]*)?}{1,2}(?!})");
        for (Expression.Text text : texts) {
            Span found = find(braces, text);
            if (found != null && isLiteral(found, text)) {
                return found;
            }
        }
        return null;
    }

    /** <code>{{ for x in xs }}{{ x }}{{ if not loop.last }}, {{ end }}{{ end }}</code>. */
    private void join(Expression.Text text) {
        List<TextPart> parts = text.parts();
        for (int i = 0; i + 5 < parts.size(); i++) {
            if (parts.get(i) instanceof TextPart.For loop
                    && parts.get(i + 1) instanceof TextPart.Print print
                    && isRef(print.value(), loop.item().text())
                    && parts.get(i + 2) instanceof TextPart.If choice
                    && isNotLast(choice.condition())
                    && parts.get(i + 3) instanceof TextPart.Literal between
                    && parts.get(i + 4) instanceof TextPart.End
                    && parts.get(i + 5) instanceof TextPart.End end) {
                findings.add(LintErrors.join(
                        loop.span(), end.span(), loop.list().span().text(), between.text()));
            }
        }
    }

    private static boolean isNotLast(Expression condition) {
        return condition instanceof Expression.Unary not
                && not.operand() instanceof Expression.Field field
                && field.name().text().equals("last")
                && isRef(field.target(), "loop");
    }

    private static boolean isRef(Expression expression, String name) {
        return expression instanceof Expression.Ref ref && ref.name().text().equals(name);
    }
}
