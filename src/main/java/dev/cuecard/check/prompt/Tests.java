package dev.cuecard.check.prompt;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedTest;
import dev.cuecard.check.CheckedTest.Binding;
import dev.cuecard.check.CheckedTest.Canned;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.check.Expr;
import dev.cuecard.check.define.Definitions;
import dev.cuecard.check.define.Specials;
import dev.cuecard.check.define.Tools;
import dev.cuecard.check.expr.ExprChecker;
import dev.cuecard.check.expr.Loop;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.PlainText;
import dev.cuecard.check.names.Unit;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Frame;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.types.Given;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TestItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a test. Of one use only. */
final class Tests implements TestItem.Visitor<Tests> {

    private static final List<String> FINISHES =
            List.of("stop", "length", "tool_calls", "content_filter", "function_call");
    private static final int MOST_REPEATS = 1_000_000;

    private final Checking checking;
    private final Definitions definitions;
    private final Tools tools;
    private final Unit unit;
    private final Frame frame = new Frame();
    private final Map<String, Span> given = new HashMap<>();

    /** Inputs that were given under a misspelt name: they are not told again as missing. */
    private final Set<String> meant = new HashSet<>();

    private final List<Binding> bindings = new ArrayList<>();
    private final List<Binding> stubs = new ArrayList<>();
    private final List<Expr> expects = new ArrayList<>();
    private @Nullable Canned canned;
    private @Nullable Span cannedAt;
    private @Nullable Span recoverAt;
    private boolean recoverAll;
    private Scope before;
    private Scope after;

    Tests(Checking checking, Definitions definitions, Tools tools, Unit unit, CheckedOutput output) {
        this.checking = checking;
        this.definitions = definitions;
        this.tools = tools;
        this.unit = unit;
        this.before = definitions.scope(unit, frame, false);
        this.after = Specials.expecting(definitions.lookup(unit), frame, output);
    }

    CheckedTest test(Declaration.Test test, List<CheckedInput> inputs) {
        Expr rows = null;
        int slot = -1;
        if (test.row() != null && test.rows() != null) {
            ExprChecker exprs = new ExprChecker(checking, before);
            Loop loop = Loop.over(test.rows(), test.row(), null, exprs);
            rows = loop.list();
            slot = loop.item();
            Scope around = after.inner();
            loop.shareWith(around);
            before = loop.scope();
            after = around;
        }
        test.items().forEach(item -> item.accept(this));
        missing(test, inputs);
        Judged judged = judged(test);
        return new CheckedTest(
                PlainText.of(test.name()),
                test.name().span(),
                judged.repeat(),
                judged.pass(),
                judged.rate(),
                slot,
                rows,
                List.copyOf(bindings),
                List.copyOf(stubs),
                canned,
                recoverAll,
                List.copyOf(expects),
                frame.size());
    }

    private record Judged(
            int repeat, @Nullable Integer pass, @Nullable BigDecimal rate) {}

    private Judged judged(Declaration.Test test) {
        int repeat = test.repeat() == null ? 1 : number(test.repeat(), "repeat", MOST_REPEATS);
        Integer pass = test.pass() == null ? null : number(test.pass(), "pass", repeat);
        BigDecimal rate = test.rate() == null ? null : test.rate().value();
        if (rate != null && (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) > 0)) {
            checking.findings()
                    .add(TestErrors.number(
                            test.rate() == null ? test.span() : test.rate().span(),
                            "`rate` is a number above 0, and at most 1"));
        } else if (test.rate() != null && test.pass() != null) {
            checking.findings()
                    .add(TestErrors.passAndRate(test.rate().span(), test.pass().span()));
        }
        return new Judged(repeat, pass, rate);
    }

    private int number(Expression.Num number, String word, int most) {
        BigDecimal value = number.value();
        boolean fits = value.signum() > 0
                && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!fits) {
            checking.findings().add(TestErrors.number(number.span(), "`" + word + "` is an integer from 1 to " + most));
            return 1;
        }
        return value.intValueExact();
    }

    private void missing(Declaration.Test test, List<CheckedInput> inputs) {
        List<CheckedInput> missing = inputs.stream()
                .filter(input -> input.required() && !given.containsKey(input.name()) && !meant.contains(input.name()))
                .toList();
        if (!missing.isEmpty() && !unit.isBroken() && unit.header() != null) {
            checking.findings().add(TestErrors.missingInputs(test, missing));
        }
    }

    @Override
    public Tests bind(TestItem.Bind bind) {
        String name = bind.name().text();
        ExprChecker exprs = new ExprChecker(checking, before);
        Span first = given.putIfAbsent(name, bind.name().span());
        if (first != null) {
            checking.findings().add(TestErrors.givenTwice(bind.name(), first));
            exprs.check(bind.value());
            return this;
        }
        Type type = inputType(bind);
        Expr value = exprs.given(bind.value(), type, "`" + name + "`").expr();
        bindings.add(new Binding(name, bind.name().span(), value));
        return this;
    }

    private Type inputType(TestItem.Bind bind) {
        String name = bind.name().text();
        Entry entry = unit.find(name);
        if (entry instanceof Entry.OfInput input) {
            CheckedInput known = definitions.input(input, bind.name().span());
            return known == null ? Given.UNKNOWN : known.type();
        } else if (name.equals("history")) {
            return Types.listOf(Given.TURN);
        } else if (!(entry instanceof Entry.Lost) && !unit.isPartial()) {
            List<String> known = unit.namesOf(Entry.OfInput.class);
            checking.findings().addUnknown(TestErrors.unknownInput(bind.name(), known, unit), name);
            String near = Nearest.of(name, known);
            if (near != null) {
                meant.add(near);
            }
        }
        return Given.UNKNOWN;
    }

    @Override
    public Tests stub(TestItem.Stub stub) {
        Entry.OfTool entry = definitions.lookup(unit).find(stub.tool(), Entry.OfTool.class, "a tool");
        Type type = Given.UNKNOWN;
        if (entry != null) {
            CheckedTool tool = tools.tool(entry);
            type = tool.result() == null ? Types.ANY : tool.result();
        }
        Expr value = new ExprChecker(checking, before)
                .given(stub.value(), type, "what `" + stub.tool().text() + "` gives")
                .expr();
        if (entry != null) {
            stubs.add(new Binding(entry.name().text(), stub.tool().span(), value));
        }
        return this;
    }

    @Override
    public Tests reply(TestItem.Reply reply) {
        String finish = "stop";
        if (reply.finish() != null) {
            finish = PlainText.of(reply.finish());
            if (!FINISHES.contains(finish)) {
                checking.findings().add(TestErrors.finish(reply.finish().span(), finish, FINISHES));
            }
        }
        canned(reply.span(), reply.text(), false, finish);
        return this;
    }

    @Override
    public Tests refusal(TestItem.Refusal refusal) {
        canned(refusal.span(), refusal.text(), true, "stop");
        return this;
    }

    private void canned(Span at, Expression text, boolean refusal, String finish) {
        Expr expr = new ExprChecker(checking, before)
                .fitting(text, Types.STRING, refusal ? "a refusal" : "a reply")
                .expr();
        if (cannedAt != null) {
            checking.findings().add(TestErrors.twoReplies(at, cannedAt));
        }
        cannedAt = at;
        canned = new Canned(at, expr, refusal, finish);
    }

    @Override
    public Tests recover(TestItem.Recover recover) {
        String mode = recover.mode().text();
        if (!mode.equals("all") && !mode.equals("none")) {
            checking.findings().add(TestErrors.recover(recover.mode()));
        } else if (recoverAt != null) {
            checking.findings().add(TestErrors.recoverTwice(recover.span(), recoverAt));
        }
        recoverAt = recover.span();
        recoverAll = mode.equals("all");
        return this;
    }

    @Override
    public Tests expect(TestItem.Expect expect) {
        expects.add(
                new ExprChecker(checking, after).condition(expect.condition()).expr());
        return this;
    }
}
