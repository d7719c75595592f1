package dev.cuecard.check.lint;

import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.Statement;
import dev.cuecard.syntax.TestItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the texts of a file that can hold tags, those in tags of others too, in the order of the file. */
final class Texts implements Declaration.Visitor<Texts>, Statement.Visitor<Texts>, TestItem.Visitor<Texts> {

    private final List<Expression.Text> found = new ArrayList<>();
    private final TextsOfExpression expressions = new TextsOfExpression(found);

    private Texts() {}

    static List<Expression.Text> of(PromptFile file) {
        Texts texts = new Texts();
        file.declarations().forEach(declaration -> declaration.accept(texts));
        return List.copyOf(texts.found);
    }

    private Texts in(@Nullable Expression expression) {
        if (expression != null) {
            expression.accept(expressions);
        }
        return this;
    }

    private void statements(@Nullable List<Statement> statements) {
        if (statements != null) {
            statements.forEach(statement -> statement.accept(this));
        }
    }

    @Override
    public Texts prompt(Declaration.Prompt declaration) {
        return this;
    }

    @Override
    public Texts importing(Declaration.Import declaration) {
        return this;
    }

    @Override
    public Texts model(Declaration.Model declaration) {
        return this;
    }

    @Override
    public Texts useModel(Declaration.UseModel declaration) {
        return this;
    }

    @Override
    public Texts role(Declaration.Role declaration) {
        return this;
    }

    @Override
    public Texts type(Declaration.Type declaration) {
        return this;
    }

    @Override
    public Texts var(Declaration.Var declaration) {
        return in(declaration.value());
    }

    @Override
    public Texts let(Declaration.Let declaration) {
        return in(declaration.value());
    }

    @Override
    public Texts template(Declaration.Template declaration) {
        declaration.params().forEach(param -> in(param.value()));
        return in(declaration.body());
    }

    @Override
    public Texts tool(Declaration.Tool declaration) {
        return this;
    }

    @Override
    public Texts useTools(Declaration.UseTools declaration) {
        return this;
    }

    @Override
    public Texts output(Declaration.Output declaration) {
        return this;
    }

    @Override
    public Texts ensure(Declaration.Ensure declaration) {
        in(declaration.condition());
        return in(declaration.message());
    }

    @Override
    public Texts test(Declaration.Test declaration) {
        in(declaration.rows());
        declaration.items().forEach(item -> item.accept(this));
        return this;
    }

    @Override
    public Texts says(Declaration.Says declaration) {
        return declaration.statement().accept(this);
    }

    @Override
    public Texts broken(Declaration.Broken declaration) {
        return this;
    }

    @Override
    public Texts message(Statement.Message statement) {
        return in(statement.content());
    }

    @Override
    public Texts history(Statement.History statement) {
        return in(statement.turns());
    }

    @Override
    public Texts choice(Statement.If statement) {
        for (Statement.If.Branch branch : statement.branches()) {
            in(branch.condition());
            statements(branch.body());
        }
        statements(statement.otherwise());
        return this;
    }

    @Override
    public Texts loop(Statement.For statement) {
        in(statement.list());
        statements(statement.body());
        return this;
    }

    @Override
    public Texts bind(TestItem.Bind item) {
        return in(item.value());
    }

    @Override
    public Texts stub(TestItem.Stub item) {
        return in(item.value());
    }

    @Override
    public Texts reply(TestItem.Reply item) {
        return in(item.text());
    }

    @Override
    public Texts refusal(TestItem.Refusal item) {
        return in(item.text());
    }

    @Override
    public Texts recover(TestItem.Recover item) {
        return this;
    }

    @Override
    public Texts expect(TestItem.Expect item) {
        return in(item.condition());
    }
}
