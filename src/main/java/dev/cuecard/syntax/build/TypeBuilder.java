package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Doc;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Path;
import dev.cuecard.syntax.TypeNode;
import dev.cuecard.syntax.antlr.CuecardParser.AtomContext;
import dev.cuecard.syntax.antlr.CuecardParser.BoundContext;
import dev.cuecard.syntax.antlr.CuecardParser.FieldContext;
import dev.cuecard.syntax.antlr.CuecardParser.MemberContext;
import dev.cuecard.syntax.antlr.CuecardParser.ObjectTypeContext;
import dev.cuecard.syntax.antlr.CuecardParser.RangeContext;
import dev.cuecard.syntax.antlr.CuecardParser.RestrictionContext;
import dev.cuecard.syntax.antlr.CuecardParser.RestrictionsContext;
import dev.cuecard.syntax.antlr.CuecardParser.TypeContext;
import dev.cuecard.syntax.antlr.CuecardParser.TypeSuffixContext;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Types, from the parse tree to records. */
final class TypeBuilder {

    private final Reading reading;
    private final ExpressionBuilder expressions;

    TypeBuilder(Reading reading, ExpressionBuilder expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    @Nullable
    TypeNode typeOrNull(@Nullable TypeContext context) {
        return context == null ? null : type(context);
    }

    TypeNode type(TypeContext context) {
        List<MemberContext> members = context.member();
        if (members.size() == 1 && context.BAR().isEmpty()) {
            return member(members.get(0));
        }
        List<TypeNode.Union.Member> built = new ArrayList<>(members.size());
        Token bar = null;
        for (int i = 0; i < context.getChildCount(); i++) {
            ParseTree child = context.getChild(i);
            if (child instanceof TerminalNode sign) {
                bar = sign.getSymbol();
            } else if (child instanceof MemberContext member) {
                Doc doc = bar == null ? null : reading.doc(bar);
                doc = doc == null ? reading.doc(member.getStart()) : doc;
                built.add(new TypeNode.Union.Member(reading.span(member), doc, member(member)));
            }
        }
        return built.size() == 1 ? built.get(0).type() : new TypeNode.Union(reading.span(context), List.copyOf(built));
    }

    private TypeNode member(MemberContext context) {
        TypeNode type = atom(context.atom());
        for (TypeSuffixContext suffix : context.typeSuffix()) {
            Span span = reading.span(context.getStart(), suffix.getStop());
            type = suffix.QUESTION() != null
                    ? new TypeNode.Nullish(span, type)
                    : new TypeNode.Array(span, type, size(suffix.restrictions()));
        }
        return type;
    }

    /** The range after {@code []}, the only thing that may stand there. */
    private TypeNode.@Nullable Range size(@Nullable RestrictionsContext context) {
        if (context == null) {
            return null;
        }
        List<TypeNode.Restriction> restrictions = restrictions(context);
        TypeNode.Range range = restrictions.size() == 1 ? restrictions.get(0).range() : null;
        if (range == null) {
            reading.report(SyntaxErrors.expected(reading.span(context), "a range of lengths such as `(1..3)`", null));
        }
        return range;
    }

    private TypeNode atom(AtomContext context) {
        Span span = reading.span(context);
        if (context.path() != null) {
            return named(context, reading.path(context.path()));
        } else if (context.NULL() != null) {
            return new TypeNode.Named(span, new Path(span, null, new Name(span, "null")), null, List.of());
        } else if (context.text() != null) {
            return new TypeNode.Literal(span, expressions.texts().plain(context.text()));
        } else if (context.NUMBER() != null) {
            Expression number = expressions.number(context.NUMBER().getSymbol());
            return new TypeNode.Literal(
                    span,
                    context.MINUS() == null
                            ? number
                            : new Expression.Unary(span, Expression.UnaryOperator.MINUS, number));
        } else if (context.objectType() != null) {
            return object(context.objectType());
        } else if (context.type() != null) {
            return type(context.type());
        }
        return new TypeNode.Literal(span, new Expression.Bool(span, context.TRUE() != null));
    }

    private TypeNode named(AtomContext context, Path name) {
        Span span = reading.span(context);
        List<TypeNode.Restriction> restrictions =
                context.restrictions() == null ? null : restrictions(context.restrictions());
        List<TypeNode> arguments = new ArrayList<>();
        if (context.typeArguments() != null) {
            context.typeArguments().type().forEach(type -> arguments.add(type(type)));
            reading.commas(context.typeArguments());
        }
        boolean angles =
                context.typeArguments() != null && context.typeArguments().LESS() != null;
        if (name.file() == null
                && name.text().equals("map")
                && restrictions == null
                && angles
                && arguments.size() == 1) {
            return new TypeNode.Mapping(span, arguments.get(0));
        }
        if (name.file() == null && name.text().equals("schema") && restrictions != null && restrictions.size() == 1) {
            Expression.Text path = restrictions.get(0).pattern();
            if (path != null && arguments.isEmpty()) {
                return new TypeNode.External(span, path);
            }
        }
        return new TypeNode.Named(span, name, restrictions, List.copyOf(arguments));
    }

    private List<TypeNode.Restriction> restrictions(RestrictionsContext context) {
        reading.commas(context);
        List<TypeNode.Restriction> restrictions = new ArrayList<>();
        for (RestrictionContext restriction : context.restriction()) {
            Span span = reading.span(restriction);
            restrictions.add(new TypeNode.Restriction(
                    span,
                    restriction.range() == null ? null : range(restriction.range()),
                    restriction.text() == null ? null : expressions.texts().plain(restriction.text())));
        }
        return List.copyOf(restrictions);
    }

    private TypeNode.Range range(RangeContext context) {
        BigDecimal min = null;
        BigDecimal max = null;
        boolean minOpen = false;
        boolean maxOpen = false;
        boolean dots = false;
        for (int i = 0; i < context.getChildCount(); i++) {
            ParseTree child = context.getChild(i);
            if (child instanceof BoundContext bound) {
                min = dots ? min : bound(bound);
                max = dots ? bound(bound) : max;
            } else if (child == context.DOTDOT()) {
                dots = true;
            } else {
                minOpen |= !dots;
                maxOpen |= dots;
            }
        }
        Span span = reading.span(context);
        return dots
                ? new TypeNode.Range(span, min, minOpen, max, maxOpen)
                : new TypeNode.Range(span, min, false, min, false);
    }

    private BigDecimal bound(BoundContext context) {
        BigDecimal value = expressions.number(context.NUMBER().getSymbol()).value();
        return context.MINUS() == null ? value : value.negate();
    }

    TypeNode.ObjectOf object(ObjectTypeContext context) {
        List<TypeNode.FieldOf> fields = new ArrayList<>(context.field().size());
        context.field().forEach(field -> fields.add(field(field)));
        return new TypeNode.ObjectOf(reading.span(context), List.copyOf(fields), open(context));
    }

    TypeNode.FieldOf field(FieldContext context) {
        Doc doc = reading.doc(context.getStart());
        if (context.EQ() != null) {
            reading.report(SyntaxErrors.equalsForColon(reading.span(context.EQ().getSymbol()), "field"));
        }
        return new TypeNode.FieldOf(
                reading.span(context),
                doc,
                expressions.texts().key(context.key()),
                context.QUESTION() == null
                        ? null
                        : reading.span(context.QUESTION().getSymbol()),
                type(context.type()));
    }

    /** The three dots, which stand last. */
    private @Nullable Span open(ObjectTypeContext context) {
        if (context.SPREAD().isEmpty()) {
            return null;
        }
        Token dots = context.SPREAD(0).getSymbol();
        for (FieldContext field : context.field()) {
            if (field.getStart().getTokenIndex() > dots.getTokenIndex()) {
                reading.report(SyntaxErrors.dotsNotLast(reading.span(dots), reading.span(field)));
                break;
            }
        }
        return reading.span(dots);
    }
}
