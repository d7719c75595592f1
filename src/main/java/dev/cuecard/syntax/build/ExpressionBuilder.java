package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Expression.BinaryOperator;
import dev.cuecard.syntax.Expression.UnaryOperator;
import dev.cuecard.syntax.Path;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.CuecardParser.ArgumentContext;
import dev.cuecard.syntax.antlr.CuecardParser.ArgumentsContext;
import dev.cuecard.syntax.antlr.CuecardParser.ExpressionContext;
import dev.cuecard.syntax.antlr.CuecardParser.FilterContext;
import dev.cuecard.syntax.antlr.CuecardParser.ItemContext;
import dev.cuecard.syntax.antlr.CuecardParser.OperandContext;
import dev.cuecard.syntax.antlr.CuecardParser.PairContext;
import dev.cuecard.syntax.antlr.CuecardParser.PrimaryContext;
import dev.cuecard.syntax.antlr.CuecardParser.SuffixContext;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Expressions, from the parse tree to records. */
final class ExpressionBuilder {

    /** Longer numbers, and exponents beyond this, are no numbers that anybody means. */
    private static final int MAX_DIGITS = 1000;

    private static final int MAX_EXPONENT = 9999;

    private final Reading reading;
    private final TextBuilder texts;
    private final TypeBuilder types;

    ExpressionBuilder(Reading reading) {
        this.reading = reading;
        this.texts = new TextBuilder(reading, this);
        this.types = new TypeBuilder(reading, this);
    }

    TextBuilder texts() {
        return texts;
    }

    TypeBuilder types() {
        return types;
    }

    @Nullable
    Expression expressionOrNull(@Nullable ExpressionContext context) {
        return context == null ? null : expression(context);
    }

    Expression expression(ExpressionContext context) {
        if (context.operand() != null) {
            return operand(context.operand());
        }
        Span span = reading.span(context);
        Expression first = expression(context.expression(0));
        if (context.getChild(0) instanceof TerminalNode) {
            return new Expression.Unary(span, context.NOT() != null ? UnaryOperator.NOT : UnaryOperator.MINUS, first);
        }
        Expression second = expression(context.expression(1));
        if (context.IF() != null) {
            return new Expression.Conditional(span, first, second, expression(context.expression(2)));
        }
        Token sign = ((TerminalNode) context.getChild(1)).getSymbol();
        return new Expression.Binary(span, first, operator(sign.getType()), reading.span(sign), second);
    }

    private static BinaryOperator operator(int type) {
        return switch (type) {
            case CuecardParser.STAR -> BinaryOperator.TIMES;
            case CuecardParser.SLASH -> BinaryOperator.DIVIDE;
            case CuecardParser.PERCENT -> BinaryOperator.REMAINDER;
            case CuecardParser.PLUS -> BinaryOperator.PLUS;
            case CuecardParser.MINUS -> BinaryOperator.MINUS;
            case CuecardParser.COALESCE -> BinaryOperator.COALESCE;
            case CuecardParser.EQUAL -> BinaryOperator.EQUAL;
            case CuecardParser.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case CuecardParser.LESS -> BinaryOperator.LESS;
            case CuecardParser.LESS_EQUAL -> BinaryOperator.LESS_EQUAL;
            case CuecardParser.GREATER -> BinaryOperator.GREATER;
            case CuecardParser.GREATER_EQUAL -> BinaryOperator.GREATER_EQUAL;
            case CuecardParser.IN -> BinaryOperator.IN;
            case CuecardParser.AND -> BinaryOperator.AND;
            case CuecardParser.OR -> BinaryOperator.OR;
            default -> throw new IllegalStateException("no operator: " + type);
        };
    }

    private Expression operand(OperandContext context) {
        Expression value = primary(context.primary());
        for (SuffixContext suffix : context.suffix()) {
            value = suffix(reading.span(context.getStart(), suffix.getStop()), value, suffix);
        }
        for (FilterContext filter : context.filter()) {
            value = new Expression.Filter(
                    reading.span(context.getStart(), filter.getStop()),
                    value,
                    reading.name(filter.name()),
                    filter.arguments() == null ? null : arguments(filter.arguments()));
        }
        return value;
    }

    private Expression suffix(Span span, Expression target, SuffixContext context) {
        if (context.word() != null) {
            return new Expression.Field(span, target, context.SAFE() != null, reading.name(context.word()));
        }
        if (context.arguments() != null) {
            Path callee = callee(target);
            if (callee == null) {
                reading.report(SyntaxErrors.notCallable(target.span()));
                return target;
            }
            return new Expression.Call(span, callee, arguments(context.arguments()));
        }
        List<ExpressionContext> inner = context.expression();
        if (context.COLON() == null) {
            if (inner.isEmpty()) {
                reading.report(SyntaxErrors.expected(reading.span(context), "an index such as `[0]`", null));
                return target;
            }
            return new Expression.Index(span, target, expression(inner.get(0)));
        }
        int colon = context.COLON().getSymbol().getTokenIndex();
        Expression from = null;
        Expression to = null;
        for (ExpressionContext bound : inner) {
            if (bound.getStart().getTokenIndex() < colon) {
                from = expression(bound);
            } else {
                to = expression(bound);
            }
        }
        return new Expression.Slice(span, target, from, to);
    }

    private static @Nullable Path callee(Expression target) {
        if (target instanceof Expression.Ref ref) {
            return new Path(ref.span(), null, ref.name());
        } else if (target instanceof Expression.Field field
                && !field.safe()
                && field.target() instanceof Expression.Ref file) {
            return new Path(field.span(), file.name(), field.name());
        }
        return null;
    }

    List<Expression.Arg> arguments(ArgumentsContext context) {
        reading.commas(context);
        List<Expression.Arg> arguments = new ArrayList<>(context.argument().size());
        for (ArgumentContext argument : context.argument()) {
            arguments.add(new Expression.Arg(
                    reading.span(argument),
                    reading.nameOrNull(argument.name()),
                    expression(argument.expression()),
                    types.typeOrNull(argument.type())));
        }
        return List.copyOf(arguments);
    }

    private Expression primary(PrimaryContext context) {
        if (context.name() != null) {
            return new Expression.Ref(reading.name(context.name()));
        } else if (context.text() != null) {
            return texts.text(context.text());
        } else if (context.LPAREN() != null) {
            return expression(context.expression());
        }
        Span span = reading.span(context);
        if (context.LBRACK() != null) {
            reading.commas(context);
            return new Expression.ListOf(
                    span, context.item().stream().map(this::item).toList());
        } else if (context.LBRACE() != null) {
            // Where the closing brace is missing, what looks like pairs may be something else.
            boolean sure = !((Lexeme) context.RBRACE().getSymbol()).repaired();
            return new Expression.ObjectOf(
                    span, context.pair().stream().map(pair -> pair(pair, sure)).toList());
        } else if (context.NUMBER() != null) {
            return number(context.NUMBER().getSymbol());
        }
        return context.NULL() != null ? new Expression.Null(span) : new Expression.Bool(span, context.TRUE() != null);
    }

    private Expression.ListOf.Item item(ItemContext context) {
        Expression value = expression(context.expression());
        Span span = reading.span(context);
        if (context.path() != null) {
            value = new Expression.MessageOf(span, reading.path(context.path()), value);
        }
        return new Expression.ListOf.Item(span, context.SPREAD() != null, value);
    }

    private Expression.ObjectOf.Pair pair(PairContext context, boolean sure) {
        if (context.EQ() != null && sure) {
            reading.report(SyntaxErrors.equalsForColon(reading.span(context.EQ().getSymbol()), "pair of an object"));
        }
        return new Expression.ObjectOf.Pair(
                reading.span(context), texts.key(context.key()), expression(context.expression()));
    }

    /** Whether an exponent is within bounds; one without digits is reported by the scanner. */
    private static boolean isSmall(String exponent) {
        if (!exponent.matches("[+-]?[0-9]+")) {
            return true;
        }
        return exponent.length() <= 6 && Math.abs(Integer.parseInt(exponent)) <= MAX_EXPONENT;
    }

    Expression.Num number(Token token) {
        Span span = reading.span(token);
        String digits = span.text();
        int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        boolean small = digits.length() <= MAX_DIGITS && (e < 0 || isSmall(digits.substring(e + 1)));
        if (!small) {
            reading.report(SyntaxErrors.numberTooLarge(span));
        }
        try {
            return new Expression.Num(span, small ? new BigDecimal(digits) : BigDecimal.ZERO);
        } catch (NumberFormatException reportedByTheScanner) {
            return new Expression.Num(span, BigDecimal.ZERO);
        }
    }
}
