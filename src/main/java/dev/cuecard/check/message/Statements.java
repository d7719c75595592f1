package dev.cuecard.check.message;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Speaker;
import dev.cuecard.check.Step;
import dev.cuecard.check.expr.ExprChecker;
import dev.cuecard.check.expr.Loop;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Condition;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the statements that make messages. */
public final class Statements implements Statement.Visitor<List<Step>> {

    private static final Type TURNS = Types.listOf(Given.TURN);

    private final Checking checking;
    private final ExprChecker exprs;
    private final Seen seen;

    /** Checks statements that stand among those expressions. */
    public Statements(Checking checking, ExprChecker exprs, Seen seen) {
        this.checking = checking;
        this.exprs = exprs;
        this.seen = seen;
    }

    /** The steps of statements, one after the other. */
    public List<Step> all(List<Statement> statements) {
        List<Step> steps = new ArrayList<>();
        statements.forEach(statement -> steps.addAll(statement.accept(this)));
        return List.copyOf(steps);
    }

    @Override
    public List<Step> message(Statement.Message message) {
        Speaker speaker = checking.speakers().of(message.role(), exprs.scope().lookup());
        seen.unknownSpeaker |= speaker == null;
        seen.user |= speaker == null || speaker.role() == Speaker.Role.USER;
        boolean parts = message.content() instanceof Expression.ListOf;
        Typed content = parts ? parts((Expression.ListOf) message.content(), speaker) : text(message, speaker);
        if (speaker == null) {
            return List.of();
        }
        return List.of(new Step.Message(message.span(), message.role().span(), speaker, content.expr(), parts));
    }

    private Typed text(Statement.Message message, @Nullable Speaker speaker) {
        Expression content = message.content();
        if (speaker == null && (content instanceof Expression.Ref || content instanceof Expression.Field)) {
            // Perhaps no message at all: a bare name may be that of anything.
            return Typed.unknown(content.span());
        }
        Typed typed = exprs.present(content);
        if (speaker == null || typed.isUnknown() || Types.acceptsAnything(typed.type())) {
            return typed;
        } else if (Given.isPicture(typed.type())) {
            checking.findings().add(MessageErrors.bareImage(content.span()));
        } else if (Kind.of(typed.type()).contains(Kind.LIST)) {
            checking.findings().add(MessageErrors.listOfParts(content.span()));
        }
        return typed;
    }

    private Typed parts(Expression.ListOf list, @Nullable Speaker speaker) {
        List<Expr.ListOf.Item> items = new ArrayList<>();
        for (Expression.ListOf.Item item : list.items()) {
            Typed typed = exprs.present(item.value());
            Type type = item.spread() ? spread(item, typed) : typed.type();
            if (!typed.isUnknown() && !Given.isUnknown(type)) {
                part(item, type, speaker);
            }
            items.add(new Expr.ListOf.Item(typed.expr(), item.spread()));
        }
        if (items.isEmpty()) {
            checking.findings().add(MessageErrors.noParts(list.span()));
        }
        return Typed.of(new Expr.ListOf(list.span(), List.copyOf(items)), Types.listOf(Given.PART));
    }

    private Type spread(Expression.ListOf.Item item, Typed typed) {
        Type of = typed.isUnknown() ? Given.UNKNOWN : Types.item(typed.type());
        if (of == null) {
            checking.findings().add(MessageErrors.spreadNoList(item.value().span(), typed.type()));
            return Given.UNKNOWN;
        }
        return of;
    }

    private void part(Expression.ListOf.Item item, Type type, @Nullable Speaker speaker) {
        Type open = Types.unfold(type);
        boolean mixed =
                open instanceof Type.Union union && union.members().stream().allMatch(m -> isPart(m.type()));
        if (!mixed && !isPart(type)) {
            checking.findings().add(MessageErrors.noPart(item.value().span(), type));
        } else if ((mixed || Given.isPart(type)) && speaker != null && speaker.role() != Speaker.Role.USER) {
            checking.findings()
                    .add(MessageErrors.imageOf(
                            item.value().span(), speaker.role().word()));
        }
    }

    /** Whether it can be a part: text or a picture; what is unknown as well. */
    private static boolean isPart(Type type) {
        return Given.isPart(type)
                || Types.acceptsAnything(type)
                || (Types.isOnly(type, Kind.STRING) && !Given.isPicture(type));
    }

    @Override
    public List<Step> history(Statement.History history) {
        seen.history = true;
        if (history.turns() == null) {
            return List.of(new Step.History(history.span(), new Expr.Special(history.word(), "history")));
        }
        Typed turns = exprs.fitting(history.turns(), TURNS, "the turns of `history`");
        return List.of(new Step.History(history.span(), turns.expr()));
    }

    @Override
    public List<Step> choice(Statement.If choice) {
        List<Step.If.Branch> branches = new ArrayList<>();
        ExprChecker rest = exprs;
        for (Statement.If.Branch branch : choice.branches()) {
            Condition condition = rest.condition(branch.condition());
            List<Step> body = with(rest.knowing(condition.facts().whenTrue())).all(branch.body());
            branches.add(new Step.If.Branch(condition.expr(), body));
            rest = rest.knowing(condition.facts().whenFalse());
        }
        List<Step> otherwise =
                choice.otherwise() == null ? List.of() : with(rest).all(choice.otherwise());
        return List.of(new Step.If(choice.span(), List.copyOf(branches), otherwise));
    }

    private Statements with(ExprChecker other) {
        return new Statements(checking, other, seen);
    }

    @Override
    public List<Step> loop(Statement.For statement) {
        Loop loop = Loop.over(statement.list(), statement.item(), statement.index(), exprs);
        List<Step> body = with(new ExprChecker(checking, loop.scope())).all(statement.body());
        return List.of(new Step.For(statement.span(), loop.item(), loop.index(), loop.list(), body));
    }
}
