package dev.cuecard.render.eval;

import dev.cuecard.check.CheckedLet;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.call.Args;
import dev.cuecard.render.call.Filters;
import dev.cuecard.render.call.HostCalls;
import dev.cuecard.render.call.Operators;
import dev.cuecard.render.call.Values;
import dev.cuecard.render.value.EvalErrors;
import dev.cuecard.render.value.Meter;
import dev.cuecard.render.value.Parts;
import dev.cuecard.render.value.Pictures;
import dev.cuecard.render.value.Printer;
import dev.cuecard.render.value.Stop;
import dev.cuecard.render.value.Truth;
import dev.cuecard.syntax.Expression.UnaryOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives each expression its value; a missing one is a Java null. Throws {@link Stop}. */
@SuppressWarnings("NullAway") // It does not know that the visitor's answer may be null.
final class Interpreter implements Expr.Visitor<@Nullable Json>, Values {

    private final Map<String, Json> inputs;
    private final Map<String, Json> specials;
    private final IdentityHashMap<Object, Optional<Json>> computed = new IdentityHashMap<>();
    private final Pictures pictures = new Pictures();
    private final Meter meter;
    private Frame frame = new Frame();
    private @Nullable Recorder recorder;

    Interpreter(Map<String, Json> inputs, Map<String, Json> specials, Limits limits) {
        this.inputs = inputs;
        this.specials = specials;
        this.meter = new Meter(limits.text(), limits.items(), limits.work(), limits.depth(), limits.time());
    }

    @Override
    public Meter meter() {
        return meter;
    }

    Frame frame() {
        return frame;
    }

    @Override
    public Pictures pictures() {
        return pictures;
    }

    /** A value from outside, with what is seen on the way to it told to a recorder. */
    @Nullable
    Json top(Expr expr, @Nullable Recorder told) {
        Frame before = frame;
        recorder = told;
        try {
            return value(expr);
        } finally {
            meter.reset();
            recorder = null;
            frame = before;
        }
    }

    @Override
    public @Nullable Json value(Expr expr) {
        meter.enter(expr.span());
        Json value = expr.accept(this);
        meter.leave();
        if (recorder != null) {
            recorder.saw(expr, value);
        }
        return value;
    }

    @Override
    public Json present(Expr expr) {
        Json value = value(expr);
        if (value == null) {
            throw new Stop(EvalErrors.missing(expr.span()));
        }
        return value;
    }

    @Override
    public BigDecimal number(Expr expr) {
        Json value = present(expr);
        if (value instanceof Json.Num number) {
            return number.value();
        }
        throw new Stop(EvalErrors.wrongKind(expr.span(), "a number", value));
    }

    @Override
    public List<Json> list(Expr expr) {
        Json value = present(expr);
        if (value instanceof Json.Arr list) {
            return list.items();
        }
        throw new Stop(EvalErrors.wrongKind(expr.span(), "a list", value));
    }

    @Override
    public String text(Expr expr) {
        return Printer.text(present(expr), meter, expr.span());
    }

    @Override
    public boolean holds(Expr expr) {
        return Truth.of(value(expr), expr.span());
    }

    /** Evaluates with other variables and tells no recorder of it. */
    private @Nullable Json within(Frame other, Expr expr) {
        Frame before = frame;
        Recorder told = recorder;
        frame = other;
        recorder = null;
        Json value = value(expr);
        frame = before;
        recorder = told;
        return value;
    }

    /** The value of what is computed once a run. */
    private @Nullable Json once(Object key, Expr expr) {
        Optional<Json> known = computed.get(key);
        if (known == null) {
            known = Optional.ofNullable(within(new Frame(), expr));
            computed.put(key, known);
        }
        return known.orElse(null);
    }

    @Override
    public Json constant(Expr.Const expr) {
        pictures.written(expr.value());
        return expr.value();
    }

    @Override
    public @Nullable Json input(Expr.Input expr) {
        Json given = inputs.get(expr.input().name());
        Expr otherwise = expr.input().value();
        return given != null || otherwise == null ? given : once(expr.input(), otherwise);
    }

    @Override
    public @Nullable Json let(Expr.Let expr) {
        CheckedLet let = expr.let();
        return once(let, let.value());
    }

    @Override
    public @Nullable Json local(Expr.Local expr) {
        return frame.get(expr.slot());
    }

    @Override
    public @Nullable Json special(Expr.Special expr) {
        return specials.get(expr.name());
    }

    @Override
    public Json text(Expr.Text expr) {
        Recorder told = recorder;
        recorder = null;
        String text = TextWriter.write(expr, this);
        recorder = told;
        return Json.of(text);
    }

    @Override
    public Json list(Expr.ListOf expr) {
        List<Json> items = new ArrayList<>();
        for (Expr.ListOf.Item item : expr.items()) {
            if (item.spread()) {
                List<Json> more = list(item.value());
                meter.spend(more.size(), item.value().span());
                items.addAll(more);
            } else {
                items.add(present(item.value()));
            }
        }
        return Json.array(items);
    }

    @Override
    public Json object(Expr.ObjectOf expr) {
        Json.ObjBuilder object = Json.object();
        expr.members().forEach(member -> object.put(member.name(), value(member.value())));
        return object.done();
    }

    @Override
    public @Nullable Json field(Expr.Field expr) {
        return Parts.field(value(expr.target()), expr.name(), expr.target().span());
    }

    @Override
    public @Nullable Json index(Expr.Index expr) {
        Json target = value(expr.target());
        if (target == null || target instanceof Json.Null) {
            return null;
        }
        return Parts.index(
                target, expr.target().span(), present(expr.key()), expr.key().span());
    }

    @Override
    public @Nullable Json slice(Expr.Slice expr) {
        Json target = value(expr.target());
        if (target == null || target instanceof Json.Null) {
            return null;
        }
        Integer from = expr.from() == null
                ? null
                : Parts.bound(value(expr.from()), expr.from().span());
        Integer to = expr.to() == null
                ? null
                : Parts.bound(value(expr.to()), expr.to().span());
        meter.spend(Parts.size(target) >> 6, expr.span());
        return Parts.slice(target, expr.target().span(), from, to);
    }

    @Override
    public @Nullable Json call(Expr.Call expr) {
        return Filters.call(new Args(expr, this));
    }

    @Override
    public @Nullable Json template(Expr.TemplateCall expr) {
        Frame called = new Frame();
        List<CheckedTemplate.Param> params = expr.template().params();
        for (int i = 0; i < params.size(); i++) {
            Expr argument = i < expr.args().size() ? expr.args().get(i) : null;
            Json value = argument == null ? null : value(argument);
            Expr otherwise = params.get(i).value();
            // A default may speak of the parameters before it, and what it sets itself must not reach them.
            called.set(i, value == null && otherwise != null ? within(called.copy(), otherwise) : value);
        }
        return within(called, expr.template().body());
    }

    @Override
    public Json host(Expr.HostCall expr) {
        return HostCalls.call(expr, this);
    }

    @Override
    public Json map(Expr.MapCall expr) {
        List<Json> results = new ArrayList<>();
        Recorder told = recorder;
        List<Json> items = list(expr.target());
        recorder = null;
        for (Json item : items) {
            frame.set(expr.slot(), item);
            Json result = value(expr.body());
            results.add(result == null ? Json.nil() : result);
        }
        recorder = told;
        return Json.array(results);
    }

    @Override
    public Json unary(Expr.Unary expr) {
        return expr.operator() == UnaryOperator.NOT
                ? Json.of(!holds(expr.operand()))
                : Json.of(number(expr.operand()).negate());
    }

    @Override
    public @Nullable Json binary(Expr.Binary expr) {
        return Operators.binary(expr, this);
    }

    @Override
    public @Nullable Json conditional(Expr.Conditional expr) {
        return value(holds(expr.condition()) ? expr.then() : expr.otherwise());
    }

    @Override
    public Json message(Expr.MessageOf expr) {
        return Json.object()
                .put("role", expr.speaker().role().word())
                .put("content", text(expr.content()))
                .put("name", expr.speaker().name())
                .done();
    }

    /** The items that a loop runs over, and what it sets for one of them. */
    void enter(Piece.For loop, int number, List<Json> items) {
        frame.set(loop.item(), items.get(number));
        frame.set(loop.index(), Json.of(number));
        if (loop.loop() >= 0) {
            frame.set(
                    loop.loop(),
                    Json.object()
                            .put("index", number + 1)
                            .put("first", number == 0)
                            .put("last", number == items.size() - 1)
                            .put("length", items.size())
                            .done());
        }
    }

    /** A step that is no expression. */
    void step(Span at) {
        meter.spend(1, at);
    }
}
