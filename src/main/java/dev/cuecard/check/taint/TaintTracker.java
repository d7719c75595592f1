package dev.cuecard.check.taint;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedLet;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Findings;
import dev.cuecard.check.Piece;
import dev.cuecard.check.Trusted;
import dev.cuecard.check.taint.Taint.Level;
import dev.cuecard.check.types.Carriers;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression.BinaryOperator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells which text from outside is in the value of an expression. Belongs to one check. */
final class TaintTracker implements Expr.Visitor<Taint> {

    /** What keeps a fence as it is. */
    private static final Set<Builtin> KEEPS_FENCE = EnumSet.of(
            Builtin.INDENT,
            Builtin.TRIM,
            Builtin.FIRST,
            Builtin.LAST,
            Builtin.SORT,
            Builtin.UNIQUE,
            Builtin.REVERSE,
            Builtin.VALUES,
            Builtin.MAP,
            Builtin.WHERE,
            Builtin.JOIN,
            Builtin.BULLETS,
            Builtin.NUMBERED);

    private final Function<Expr, Type> types;
    private final Findings findings;
    private final Map<Integer, Taint> slots;
    private final Shared shared;

    /** What the trackers of all frames share. */
    private static final class Shared {
        final Map<CheckedLet, Boolean> known = new HashMap<>();
        final Map<CheckedLet, Taint> lets = new HashMap<>();
        /** What a template makes of what is passed to it: it is looked at once for each kind of arguments. */
        final Map<List<Object>, Taint> templates = new HashMap<>();

        final Map<Span, Trusted> trusted = new LinkedHashMap<>();
        final Set<Span> told = new HashSet<>();
    }

    /** Tracks what is in a frame; {@code types} tells the type of an expression. */
    TaintTracker(Function<Expr, Type> types, Findings findings) {
        this(types, findings, new HashMap<>(), new Shared());
    }

    private TaintTracker(Function<Expr, Type> types, Findings findings, Map<Integer, Taint> slots, Shared shared) {
        this.types = types;
        this.findings = findings;
        this.slots = slots;
        this.shared = shared;
    }

    private TaintTracker frame() {
        return new TaintTracker(types, findings, new HashMap<>(), shared);
    }

    /** Where somebody vouched for text from outside. */
    List<Trusted> trusted() {
        return List.copyOf(shared.trusted.values());
    }

    /** The text from outside in a value. */
    Taint of(@Nullable Expr expr) {
        if (expr == null) {
            return Taint.NONE;
        }
        Taint taint = expr.accept(this);
        return taint.isThere() && Carriers.carryText(types.apply(expr)) ? taint : Taint.NONE;
    }

    /** Says what is in a slot. */
    void set(int slot, Taint taint) {
        slots.put(slot, taint);
    }

    @Override
    public Taint constant(Expr.Const expr) {
        return Taint.NONE;
    }

    @Override
    public Taint input(Expr.Input expr) {
        CheckedInput input = expr.input();
        return input.untrusted() ? Taint.of(input.origin(), "declared untrusted here") : Taint.NONE;
    }

    @Override
    public Taint let(Expr.Let expr) {
        CheckedLet let = expr.let();
        if (shared.known.putIfAbsent(let, true) == null) {
            Taint taint = frame().of(let.value());
            shared.lets.put(let, taint.via(let.origin(), "passes through this"));
        }
        return shared.lets.getOrDefault(let, Taint.NONE);
    }

    @Override
    public Taint local(Expr.Local expr) {
        return slots.getOrDefault(expr.slot(), Taint.NONE);
    }

    @Override
    public Taint special(Expr.Special expr) {
        return Taint.of(expr.span(), "from outside");
    }

    @Override
    public Taint text(Expr.Text expr) {
        return inText(expr.pieces());
    }

    private Taint inText(List<Piece> pieces) {
        return new TextFlow(this, types).of(pieces);
    }

    @Override
    public Taint list(Expr.ListOf expr) {
        Taint all = Taint.NONE;
        for (Expr.ListOf.Item item : expr.items()) {
            all = Taint.either(all, of(item.value()));
        }
        return all;
    }

    @Override
    public Taint object(Expr.ObjectOf expr) {
        Taint all = Taint.NONE;
        for (Expr.ObjectOf.Member member : expr.members()) {
            all = Taint.either(all, of(member.value()));
        }
        return all;
    }

    @Override
    public Taint field(Expr.Field expr) {
        return of(expr.target());
    }

    @Override
    public Taint index(Expr.Index expr) {
        return of(expr.target());
    }

    @Override
    public Taint slice(Expr.Slice expr) {
        Taint taint = of(expr.target());
        return taint.level() == Level.FENCED ? taint.at(Level.WHOLE) : taint;
    }

    @Override
    public Taint call(Expr.Call expr) {
        Taint taint = of(expr.args().get(0));
        switch (expr.builtin()) {
            case FENCE, JSON -> {
                return taint.at(Level.FENCED);
            }
            case TRUSTED -> {
                return trusted(expr, taint);
            }
            default -> {
                return filtered(expr, taint);
            }
        }
    }

    private Taint filtered(Expr.Call expr, Taint target) {
        Taint taint = target;
        if (taint.level() == Level.FENCED && !KEEPS_FENCE.contains(expr.builtin())) {
            taint = taint.at(Level.WHOLE);
        }
        if (taint.level() == Level.WHOLE && joins(expr.builtin())) {
            taint = taint.at(Level.MIXED).via(expr.span(), "several of them, joined here");
        }
        for (Expr arg : expr.args().subList(1, expr.args().size())) {
            taint = Taint.either(taint, of(arg).at(Level.MIXED).via(expr.span(), "mixed with other text here"));
        }
        return taint;
    }

    private static boolean joins(Builtin builtin) {
        return builtin == Builtin.JOIN || builtin == Builtin.BULLETS || builtin == Builtin.NUMBERED;
    }

    private Taint trusted(Expr.Call expr, Taint taint) {
        if (!taint.isThere()) {
            return Taint.NONE;
        } else if (taint.level() != Level.FENCED) {
            if (shared.told.add(expr.span())) {
                findings.add(TaintErrors.trustWithoutFence(expr, taint));
            }
            return Taint.NONE;
        }
        Expr reason = expr.args().get(1);
        if (reason instanceof Expr.Const constant && constant.value() instanceof Json.Str why) {
            shared.trusted.put(expr.span(), new Trusted(expr.span(), why.value()));
        }
        return Taint.NONE;
    }

    @Override
    public Taint template(Expr.TemplateCall expr) {
        CheckedTemplate template = expr.template();
        TaintTracker inner = frame();
        List<Object> key = new ArrayList<>(List.of(template));
        for (int i = 0; i < template.params().size(); i++) {
            CheckedTemplate.Param param = template.params().get(i);
            Expr arg = expr.args().get(i);
            Taint taint = arg == null ? inner.of(param.value()) : of(arg);
            Taint passed = taint.via(param.origin(), "passed as this parameter");
            inner.set(i, passed);
            key.add(passed);
        }
        Taint known = shared.templates.get(key);
        if (known == null) {
            known = inner.inText(template.body().pieces());
            shared.templates.put(key, known);
        }
        return known;
    }

    @Override
    public Taint map(Expr.MapCall expr) {
        set(expr.slot(), of(expr.target()));
        return of(expr.body());
    }

    /** What the host does with a text is not known: a fence may be lost in it, unless it vouches for making one. */
    @Override
    public Taint host(Expr.HostCall expr) {
        Taint all = Taint.NONE;
        for (Expr arg : expr.args()) {
            Taint taint = of(arg);
            Taint bare = taint.level() == Level.FENCED ? taint.at(Level.WHOLE) : taint;
            all = all.isThere() && bare.isThere()
                    ? bare.at(Level.MIXED).via(expr.span(), "mixed with other text here")
                    : Taint.either(all, bare);
        }
        if (expr.function().safe()) {
            return all.at(Level.FENCED);
        }
        return all.isThere() || !expr.function().host().untrusted()
                ? all
                : Taint.of(expr.span(), "what the host gives here comes from outside");
    }

    @Override
    public Taint unary(Expr.Unary expr) {
        return Taint.NONE;
    }

    @Override
    public Taint binary(Expr.Binary expr) {
        Taint left = of(expr.left());
        Taint right = of(expr.right());
        if (expr.operator() == BinaryOperator.COALESCE) {
            return Taint.either(left, right);
        } else if (expr.operator() != BinaryOperator.PLUS || !Types.isOnly(types.apply(expr), Kind.STRING)) {
            return Taint.either(left, right);
        }
        Flow both = new Flow(true, left).then(new Flow(true, right));
        return both.via(!left.isThere() ? expr.right().span() : expr.left().span());
    }

    @Override
    public Taint conditional(Expr.Conditional expr) {
        return Taint.either(of(expr.then()), of(expr.otherwise()));
    }

    @Override
    public Taint message(Expr.MessageOf expr) {
        return of(expr.content());
    }
}
