package dev.cuecard.check.expr;

import dev.cuecard.check.Expr;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what leads from a value to a part of it: fields, keys, indices, slices. */
final class Access {

    private final ExprChecker exprs;

    Access(ExprChecker exprs) {
        this.exprs = exprs;
    }

    Typed field(Expression.Field field) {
        boolean safe = field.safe();
        Typed target = safe ? exprs.check(field.target()) : exprs.present(field.target());
        Expr expr = new Expr.Field(field.span(), target.expr(), field.name().text());
        if (target.isUnknown()) {
            return Typed.unknown(field.span());
        }
        Type type = target.present().type();
        Types.Member member =
                Given.isPicture(type) ? null : Types.member(type, field.name().text());
        if (member == null) {
            exprs.checking()
                    .findings()
                    .addUnknown(
                            ExprErrors.unknownField(field.name(), field.target(), type),
                            field.span().text());
            return Typed.unknown(field.span());
        }
        boolean missing = member.optional() || (safe && target.lacks());
        return new Typed(expr, member.type(), missing, List.of());
    }

    Typed index(Expression.Index index) {
        Typed target = exprs.present(index.target());
        Typed key = exprs.present(index.key());
        Expr expr = new Expr.Index(index.span(), target.expr(), key.expr());
        Type type = target.type();
        if (target.isUnknown() || key.isUnknown()) {
            return Typed.unknown(index.span());
        } else if (Types.acceptsAnything(type)) {
            return new Typed(expr, Types.ANY, true, List.of());
        } else if (Types.isOnly(type, Kind.OBJECT) && !Given.isPart(type)) {
            return member(index, expr, type, key);
        }
        Type item = sequenceItem(type);
        if (item == null) {
            exprs.report(
                    ValueErrors.expected(index.target().span(), "a list, a string or an object before `[`", target));
            return Typed.unknown(index.span());
        } else if (!Types.assignable(key.type(), Types.INTEGER)) {
            exprs.report(ValueErrors.expected(index.key().span(), "an integer as the index", key));
            return Typed.unknown(index.span());
        }
        return new Typed(expr, item, true, List.of());
    }

    private static @Nullable Type sequenceItem(Type type) {
        if (Types.isOnly(type, Kind.LIST)) {
            return Types.item(type);
        }
        return Types.isOnly(type, Kind.STRING) && !Given.isPicture(type) ? Types.STRING : null;
    }

    private Typed member(Expression.Index index, Expr expr, Type type, Typed key) {
        List<String> names = literals(key.type());
        if (!Types.isOnly(key.type(), Kind.STRING) && !Types.acceptsAnything(key.type())) {
            exprs.report(ValueErrors.expected(index.key().span(), "a string as the key", key));
            return Typed.unknown(index.span());
        } else if (names == null) {
            return new Typed(expr, anyMember(type), true, List.of());
        }
        List<Type> types = new ArrayList<>();
        boolean missing = false;
        for (String name : names) {
            Types.Member member = Types.member(type, name);
            missing |= member == null || member.optional();
            if (member != null) {
                types.add(member.type());
            }
        }
        if (types.isEmpty()) {
            exprs.report(ExprErrors.unknownKey(index.key().span(), names.get(0), type));
            return Typed.unknown(index.span());
        }
        return new Typed(expr, Types.join(types), missing, List.of());
    }

    private static @Nullable List<String> literals(Type type) {
        if (!(Types.unfold(type) instanceof Type.Literals literals)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Type.Literals.Value value : literals.values()) {
            if (value.value() instanceof Json.Str text) {
                names.add(text.value());
            }
        }
        return names.isEmpty() ? null : names;
    }

    /** What a key that is not known may lead to. */
    private static Type anyMember(Type type) {
        List<Type> types = new ArrayList<>();
        for (String name : Types.fieldNames(type)) {
            Types.Member member = Types.member(type, name);
            if (member != null) {
                types.add(member.type());
            }
        }
        // No field can bear this name: what is found is the value type of a map, or any value of an open object.
        Types.Member other = Types.member(type, "\0");
        if (other != null) {
            types.add(other.type());
        }
        return Types.join(types);
    }

    Typed slice(Expression.Slice slice) {
        Typed target = exprs.present(slice.target());
        Expr from = bound(slice.from());
        Expr to = bound(slice.to());
        Expr expr = new Expr.Slice(slice.span(), target.expr(), from, to);
        Type type = target.type();
        if (target.isUnknown()) {
            return Typed.unknown(slice.span());
        } else if (Types.acceptsAnything(type)) {
            return Typed.of(expr, Types.ANY);
        }
        Type item = sequenceItem(type);
        if (item == null) {
            exprs.report(ValueErrors.expected(slice.target().span(), "a list or a string before `[`", target));
            return Typed.unknown(slice.span());
        }
        return Typed.of(expr, Types.isOnly(type, Kind.LIST) ? Types.listOf(item) : Types.STRING);
    }

    private @Nullable Expr bound(@Nullable Expression bound) {
        if (bound == null) {
            return null;
        }
        Typed typed = exprs.present(bound);
        if (!Types.assignable(typed.type(), Types.INTEGER)) {
            exprs.report(ValueErrors.expected(bound.span(), "an integer as the bound of a slice", typed));
        }
        return typed.expr();
    }
}
