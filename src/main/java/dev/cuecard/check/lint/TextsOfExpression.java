package dev.cuecard.check.lint;

import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TextPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the texts of an expression that can hold tags, those in tags of others too. */
final class TextsOfExpression implements Expression.Visitor<TextsOfExpression> {

    private final List<Expression.Text> found;

    TextsOfExpression(List<Expression.Text> found) {
        this.found = found;
    }

    private TextsOfExpression in(@Nullable Expression expression) {
        return expression == null ? this : expression.accept(this);
    }

    private TextsOfExpression in(@Nullable List<Expression.Arg> args) {
        if (args != null) {
            args.forEach(arg -> in(arg.value()));
        }
        return this;
    }

    @Override
    public TextsOfExpression text(Expression.Text expression) {
        if (expression.quote() == Expression.Quote.STRING || expression.quote() == Expression.Quote.BLOCK) {
            found.add(expression);
            expression.parts().forEach(this::part);
        }
        return this;
    }

    private void part(TextPart part) {
        if (part instanceof TextPart.Print print) {
            in(print.value());
        } else if (part instanceof TextPart.If choice) {
            in(choice.condition());
        } else if (part instanceof TextPart.ElseIf choice) {
            in(choice.condition());
        } else if (part instanceof TextPart.For loop) {
            in(loop.list());
        } else if (part instanceof TextPart.Let let) {
            in(let.value());
        }
    }

    @Override
    public TextsOfExpression num(Expression.Num expression) {
        return this;
    }

    @Override
    public TextsOfExpression bool(Expression.Bool expression) {
        return this;
    }

    @Override
    public TextsOfExpression nil(Expression.Null expression) {
        return this;
    }

    @Override
    public TextsOfExpression list(Expression.ListOf expression) {
        expression.items().forEach(item -> in(item.value()));
        return this;
    }

    @Override
    public TextsOfExpression object(Expression.ObjectOf expression) {
        expression.pairs().forEach(pair -> in(pair.value()));
        return this;
    }

    @Override
    public TextsOfExpression ref(Expression.Ref expression) {
        return this;
    }

    @Override
    public TextsOfExpression field(Expression.Field expression) {
        return in(expression.target());
    }

    @Override
    public TextsOfExpression index(Expression.Index expression) {
        in(expression.target());
        return in(expression.key());
    }

    @Override
    public TextsOfExpression slice(Expression.Slice expression) {
        in(expression.target());
        in(expression.from());
        return in(expression.to());
    }

    @Override
    public TextsOfExpression call(Expression.Call expression) {
        return in(expression.args());
    }

    @Override
    public TextsOfExpression filter(Expression.Filter expression) {
        in(expression.target());
        return in(expression.args());
    }

    @Override
    public TextsOfExpression unary(Expression.Unary expression) {
        return in(expression.operand());
    }

    @Override
    public TextsOfExpression binary(Expression.Binary expression) {
        in(expression.left());
        return in(expression.right());
    }

    @Override
    public TextsOfExpression conditional(Expression.Conditional expression) {
        in(expression.then());
        in(expression.condition());
        return in(expression.otherwise());
    }

    @Override
    public TextsOfExpression message(Expression.MessageOf expression) {
        return in(expression.content());
    }
}
