package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.antlr.CuecardParser.KeyContext;
import dev.cuecard.syntax.antlr.CuecardParser.PartContext;
import dev.cuecard.syntax.antlr.CuecardParser.TagContext;
import dev.cuecard.syntax.antlr.CuecardParser.TextContext;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import dev.cuecard.syntax.mistake.TextErrors;
import dev.cuecard.syntax.text.Indentation;
import dev.cuecard.syntax.text.TextLine;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Texts, from the parse tree to records: quotes taken off, escapes resolved, tags in balance. */
final class TextBuilder {

    private final Reading reading;
    private final ExpressionBuilder expressions;
    private final Escapes escapes;

    TextBuilder(Reading reading, ExpressionBuilder expressions) {
        this.reading = reading;
        this.expressions = expressions;
        this.escapes = new Escapes(reading);
    }

    Expression.@Nullable Text textOrNull(@Nullable TextContext context) {
        return context == null ? null : text(context);
    }

    Expression.Text text(TextContext context) {
        Span span = reading.span(context);
        if (context.TEXT() != null) {
            return whole(span);
        }
        Expression.Quote quote = quote(span.source().text(), span.start());
        List<TextPart> parts = new ArrayList<>(context.part().size());
        for (PartContext part : context.part()) {
            parts.add(
                    part.CHUNK() != null
                            ? escapes.literal(quote, reading.span(part.CHUNK().getSymbol()))
                            : tag(part));
        }
        return withIndentation(new Expression.Text(span, quote, TagBalance.of(reading, context, parts)));
    }

    /** Reports tabs and blanks that are mixed in the indentation of a block. */
    private Expression.Text withIndentation(Expression.Text text) {
        if (text.quote().isBlock() && text.span().text().indexOf('\t') >= 0) {
            TextLine line = Indentation.mixed(TextLine.split(text.parts()));
            if (line != null) {
                Source source = text.span().source();
                reading.report(TextErrors.mixedIndentation(source.span(
                        line.start(), line.start() + line.indentation().length())));
            }
        }
        return text;
    }

    private Expression.Text whole(Span span) {
        String source = span.source().text();
        Expression.Quote quote = quote(source, span.start());
        int length = quote.isBlock() ? 3 : 1;
        String quotes = source.substring(span.start(), span.start() + length);
        int from = span.start() + length;
        int to = span.end();
        if (to - length >= from
                && (source.startsWith(quotes, to - length) || quotes.charAt(0) > 127 || quotes.charAt(0) == '`')) {
            to -= length;
        }
        if (quote.isBlock()) {
            int line = source.indexOf('\n', from);
            if (line >= 0 && line < to && source.substring(from, line).isBlank()) {
                from = line + 1;
            }
        }
        List<TextPart> parts = from == to
                ? List.of()
                : List.of(escapes.literal(quote, span.source().span(from, to)));
        return withIndentation(new Expression.Text(span, quote, parts));
    }

    private static Expression.Quote quote(String source, int start) {
        if (source.startsWith("\"\"\"", start)) {
            return Expression.Quote.BLOCK;
        } else if (source.startsWith("'''", start)) {
            return Expression.Quote.RAW_BLOCK;
        }
        return source.charAt(start) == '\'' ? Expression.Quote.RAW : Expression.Quote.STRING;
    }

    /** A part of a text that cannot be read as a whole; what literal text stands for is not looked at. */
    TextPart part(PartContext context) {
        if (context.CHUNK() == null) {
            return tag(context);
        }
        Span span = reading.span(context);
        return new TextPart.Literal(span, span.text());
    }

    private TextPart.Tag tag(PartContext context) {
        Token open = context.TAG_OPEN().getSymbol();
        Token close = context.TAG_CLOSE().getSymbol();
        Span span = reading.span(context);
        TextPart.Trim trim = trim(open, close);
        TagContext tag = context.tag();
        if (tag == null) {
            return new TextPart.Comment(span, trim);
        } else if (tag.FOR() != null) {
            return new TextPart.For(
                    span,
                    trim,
                    reading.variable(tag.name(0)),
                    tag.name().size() > 1 ? reading.variable(tag.name(1)) : null,
                    expressions.expression(tag.expression()));
        } else if (tag.LET() != null) {
            return new TextPart.Let(
                    span, trim, reading.variable(tag.name(0)), expressions.expression(tag.expression()));
        } else if (tag.ELSE() != null) {
            return tag.IF() == null
                    ? new TextPart.Else(span, trim)
                    : new TextPart.ElseIf(span, trim, expressions.expression(tag.expression()));
        } else if (tag.IF() != null) {
            return new TextPart.If(span, trim, expressions.expression(tag.expression()));
        } else if (tag.END() != null) {
            return new TextPart.End(span, trim);
        }
        return new TextPart.Print(span, trim, expressions.expression(tag.expression()));
    }

    private TextPart.Trim trim(Token open, Token close) {
        boolean before = open.getStopIndex() - open.getStartIndex() == 2;
        boolean after = close.getStopIndex() - close.getStartIndex() == 2;
        return before || after ? new TextPart.Trim(before, after) : TextPart.Trim.NONE;
    }

    /** A text in which no tag may stand. */
    Expression.Text plain(TextContext context) {
        Expression.Text text = text(context);
        if (text.isPlain()) {
            return text;
        }
        for (TextPart part : text.parts()) {
            if (part instanceof TextPart.Tag) {
                reading.report(SyntaxErrors.tagInPlain(part.span()));
                break;
            }
        }
        return new Expression.Text(text.span(), text.quote(), List.of());
    }

    /** A name that may be quoted. */
    Name key(KeyContext context) {
        return context.word() != null ? reading.name(context.word()) : quotedName(context.text());
    }

    Name quotedName(TextContext context) {
        Expression.Text text = plain(context);
        StringBuilder name = new StringBuilder();
        for (TextPart part : text.parts()) {
            if (part instanceof TextPart.Literal literal) {
                name.append(literal.text());
            }
        }
        return new Name(text.span(), name.toString());
    }
}
