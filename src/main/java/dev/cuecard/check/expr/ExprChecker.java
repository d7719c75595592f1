package dev.cuecard.check.expr;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.Expr;
import dev.cuecard.check.call.Exprs;
import dev.cuecard.check.call.Filters;
import dev.cuecard.check.call.Functions;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.PlainText;
import dev.cuecard.check.scope.Binding;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Condition;
import dev.cuecard.check.scope.Place;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Fitting;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the expressions of one scope. */
public final class ExprChecker implements Expression.Visitor<Typed>, Exprs {

    private final Checking checking;
    private final Scope scope;

    /** Checks what stands in that scope. */
    public ExprChecker(Checking checking, Scope scope) {
        this.checking = checking;
        this.scope = scope;
    }

    @Override
    public Checking checking() {
        return checking;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    /** The same checker where some places are known to have a value. */
    public ExprChecker knowing(Set<Place> places) {
        return places.isEmpty() ? this : new ExprChecker(checking, scope.knowing(places));
    }

    @Override
    public void report(Diagnostic finding) {
        checking.findings().add(finding);
    }

    @Override
    public Typed check(Expression expression) {
        Typed typed = expression.accept(this);
        if (typed.lacks()) {
            Place place = place(expression);
            if (place != null && scope.knows(place)) {
                typed = typed.present();
            }
        }
        return checking.note(typed);
    }

    @Override
    public Typed present(Expression expression) {
        return present(check(expression), expression);
    }

    /** A checked expression as one whose value has to be there; says so if it may not be. */
    public Typed present(Typed typed, Expression expression) {
        if (typed.lacks()) {
            report(ValueErrors.mayLack(expression, typed));
            return typed.present();
        }
        return typed;
    }

    @Override
    public Typed fitting(Expression expression, Type wanted, String where) {
        Typed typed = check(expression);
        new Fitting(checking.findings(), false).check(expression, typed, wanted, false, where);
        return typed;
    }

    @Override
    public Typed fittingOptional(Expression expression, Type wanted, String where) {
        Typed typed = check(expression);
        new Fitting(checking.findings(), false).check(expression, typed, wanted, true, where);
        return typed;
    }

    /**
     * As {@link #fitting(Expression, Type, String)}, for a value that is held against the type when it is given: what
     * may fit is not refused.
     */
    public Typed given(Expression expression, Type wanted, String where) {
        Typed typed = check(expression);
        new Fitting(checking.findings(), true).check(expression, typed, wanted, false, where);
        return typed;
    }

    /** Checks a condition. */
    public Condition condition(Expression expression) {
        return new Conditions(this).check(expression);
    }

    @Override
    public Typed text(Expression.Text expression) {
        return new TextChecker(checking, scope).check(expression);
    }

    @Override
    public Typed num(Expression.Num expression) {
        return Typed.constant(expression.span(), Json.of(expression.value()));
    }

    @Override
    public Typed bool(Expression.Bool expression) {
        return Typed.constant(expression.span(), Json.of(expression.value()));
    }

    @Override
    public Typed nil(Expression.Null expression) {
        return Typed.constant(expression.span(), Json.nil());
    }

    @Override
    public Typed list(Expression.ListOf expression) {
        return new Literals(this).list(expression);
    }

    @Override
    public Typed object(Expression.ObjectOf expression) {
        return new Literals(this).object(expression);
    }

    @Override
    public Typed message(Expression.MessageOf expression) {
        return new Literals(this).message(expression);
    }

    @Override
    public Typed ref(Expression.Ref expression) {
        String name = expression.name().text();
        Span span = expression.span();
        Binding binding = scope.find(name);
        if (binding instanceof Binding.Local local) {
            return new Typed(new Expr.Local(span, name, local.slot()), local.type(), local.missing(), List.of());
        } else if (binding instanceof Binding.Special special) {
            return new Typed(new Expr.Special(span, name), special.type(), special.missing(), List.of());
        } else if (binding instanceof Binding.Global global) {
            return global(span, name, global.entry());
        } else if (!scope.lookup().unit().isPartial()) {
            checking.findings().addUnknown(ExprErrors.unknownVariable(expression.name(), scope), name);
        }
        return Typed.unknown(span);
    }

    private Typed global(Span span, String name, Entry entry) {
        if (entry instanceof Entry.OfInput input) {
            CheckedInput known = checking.meanings().input(input, span);
            return known == null
                    ? Typed.unknown(span)
                    : new Typed(new Expr.Input(span, known), known.type(), known.optional(), List.of());
        } else if (entry instanceof Entry.OfLet let) {
            return checking.meanings().let(let, span)
                    ? new Typed(new Expr.Let(span, let.let), let.let.type(), let.missing, List.of())
                    : Typed.unknown(span);
        } else if (!(entry instanceof Entry.Lost) && !isLostFile(entry)) {
            report(NameErrors.wrongKind(span, name, entry, "a variable"));
        }
        return Typed.unknown(span);
    }

    private static boolean isLostFile(Entry entry) {
        return entry instanceof Entry.OfFile file && file.unit == null;
    }

    @Override
    public Typed field(Expression.Field expression) {
        if (expression.target() instanceof Expression.Ref ref && !expression.safe()) {
            Binding binding = scope.find(ref.name().text());
            if (binding instanceof Binding.Global global && global.entry() instanceof Entry.OfFile) {
                Path path = new Path(expression.span(), ref.name(), expression.name());
                Entry entry = scope.lookup().ofFile(path);
                return entry == null ? Typed.unknown(expression.span()) : global(expression.span(), path.text(), entry);
            }
        }
        return new Access(this).field(expression);
    }

    @Override
    public Typed index(Expression.Index expression) {
        return new Access(this).index(expression);
    }

    @Override
    public Typed slice(Expression.Slice expression) {
        return new Access(this).slice(expression);
    }

    @Override
    public Typed call(Expression.Call expression) {
        return new Functions(this).call(expression);
    }

    @Override
    public Typed filter(Expression.Filter expression) {
        return new Filters(this).filter(expression);
    }

    @Override
    public Typed unary(Expression.Unary expression) {
        return new Operators(this).unary(expression);
    }

    @Override
    public Typed binary(Expression.Binary expression) {
        return new Operators(this).binary(expression);
    }

    @Override
    public Typed conditional(Expression.Conditional expression) {
        Condition condition = condition(expression.condition());
        Typed then = knowing(condition.facts().whenTrue()).check(expression.then());
        Typed otherwise = knowing(condition.facts().whenFalse()).check(expression.otherwise());
        Expr expr = new Expr.Conditional(expression.span(), then.expr(), condition.expr(), otherwise.expr());
        Type type = join(then.type(), otherwise.type());
        return new Typed(expr, type, then.missing() || otherwise.missing(), List.of());
    }

    /** The type that has the values of both. */
    static Type join(Type a, Type b) {
        if (Given.isUnknown(a) || Given.isUnknown(b)) {
            return Given.UNKNOWN;
        }
        return Types.join(List.of(a, b));
    }

    /** Where the value of an expression comes from, or null when that cannot be told. */
    @Nullable
    Place place(Expression expression) {
        if (expression instanceof Expression.Ref ref) {
            Binding binding = scope.find(ref.name().text());
            return binding == null ? null : new Place(binding, List.of());
        } else if (expression instanceof Expression.Field field) {
            Place target = place(field.target());
            return target == null ? null : target.then("." + field.name().text());
        } else if (expression instanceof Expression.Index index) {
            Place target = place(index.target());
            String key = key(index.key());
            return target == null || key == null ? null : target.then(key);
        }
        return null;
    }

    private static @Nullable String key(Expression key) {
        if (key instanceof Expression.Num number) {
            return number.value().toString();
        } else if (key instanceof Expression.Text text && text.isPlain()) {
            return "." + PlainText.of(text);
        } else if (key instanceof Expression.Unary minus && minus.operand() instanceof Expression.Num number) {
            return "-" + number.value();
        }
        return null;
    }
}
