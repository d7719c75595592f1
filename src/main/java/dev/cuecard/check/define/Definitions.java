package dev.cuecard.check.define;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedLet;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.check.expr.ExprChecker;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.Entry.Progress;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.Unit;
import dev.cuecard.check.scope.Binding;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Frame;
import dev.cuecard.check.scope.Meanings;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TypeNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what inputs, lets and templates mean, each once. */
public final class Definitions implements Meanings {

    /** The longest chain of names, each of which needs the next. */
    private static final int MOST_DEEP = 100;

    private final Checking checking;
    private final Unit main;
    private final Map<Unit, Lookup> lookups = new HashMap<>();
    private final Deque<Entry> busy = new ArrayDeque<>();
    /** What needs an input of an imported prompt, which nobody can give. */
    private final Set<Entry> foreign = new HashSet<>();

    private final Set<CheckedLet> lets = new LinkedHashSet<>();
    private int slots;
    private boolean deep;

    /** What the files of that one mean to it. */
    public Definitions(Checking checking, Unit main) {
        this.checking = checking;
        this.main = main;
    }

    /** The values that are computed, each after those that it needs. */
    public List<CheckedLet> lets() {
        return List.copyOf(lets);
    }

    /** The slots that are enough for each of them. */
    public int slots() {
        return slots;
    }

    /** The names of a file. */
    public Lookup lookup(Unit unit) {
        return lookups.computeIfAbsent(unit, u -> new Lookup(u, checking.findings()));
    }

    /** What an expression of a file sees. */
    public Scope scope(Unit unit, Frame frame, boolean inputs) {
        Binding.Special history = new Binding.Special("history", Types.listOf(Given.TURN), false);
        return Scope.of(lookup(unit), frame, inputs, inputs ? List.of(history) : List.of());
    }

    private Type type(TypeNode type, Unit unit) {
        return checking.types(lookup(unit)).resolve(type);
    }

    @Override
    public @Nullable CheckedInput input(Entry.OfInput entry, Span use) {
        if (entry.home() != main) {
            foreign.addAll(busy);
        }
        if (entry.progress == Progress.NEW && isTooDeep(entry, use)) {
            return null;
        } else if (entry.progress == Progress.BUSY) {
            checking.findings().add(DefinitionErrors.circle(entry, use, chain(entry)));
            return null;
        } else if (entry.progress == Progress.NEW) {
            entry.progress = Progress.BUSY;
            busy.push(entry);
            entry.input = define(entry);
            busy.pop();
            entry.progress = Progress.DONE;
        }
        return entry.input;
    }

    private CheckedInput define(Entry.OfInput entry) {
        Declaration.Var tree = entry.tree;
        Frame frame = new Frame();
        ExprChecker exprs = new ExprChecker(checking, scope(entry.home(), frame, true));
        Valued valued = valued(tree.type(), tree.value(), entry, exprs);
        slots = Math.max(slots, frame.size());
        boolean optional = tree.optional() != null && tree.value() == null;
        String doc = tree.doc() == null ? null : tree.doc().text();
        return new CheckedInput(
                entry.name().text(),
                entry.name().span(),
                doc,
                valued.type(),
                optional,
                tree.untrusted() != null,
                valued.value());
    }

    /** A type, and the value that is taken where none is given. */
    private record Valued(Type type, @Nullable Expr value) {}

    private Valued valued(@Nullable TypeNode written, @Nullable Expression value, Entry entry, ExprChecker exprs) {
        return valued(written, value, entry.name().text(), entry.name().span(), entry.home(), exprs);
    }

    private Valued valued(
            @Nullable TypeNode written,
            @Nullable Expression value,
            String name,
            Span at,
            Unit home,
            ExprChecker exprs) {
        if (written != null) {
            Type type = type(written, home);
            return value == null
                    ? new Valued(type, null)
                    : new Valued(
                            type,
                            exprs.fitting(value, type, "the default of `" + name + "`")
                                    .expr());
        } else if (value == null) {
            checking.findings().add(DefinitionErrors.noType(name, at));
            return new Valued(Given.UNKNOWN, null);
        }
        Typed typed = exprs.check(value);
        if (isVague(typed)) {
            checking.findings().add(DefinitionErrors.vague(name, value.span()));
            return new Valued(Given.UNKNOWN, typed.expr());
        }
        Typed present = exprs.present(typed, value);
        return new Valued(present.isUnknown() ? Given.UNKNOWN : Types.widened(present.type()), typed.expr());
    }

    /** Whether a value says too little to tell a type from it. */
    private static boolean isVague(Typed typed) {
        return typed.type() == Types.EMPTY_LIST || typed.type() instanceof Type.Null;
    }

    /** Whether too many names are being found out to begin with another; says so. */
    private boolean isTooDeep(Entry entry, Span use) {
        if (busy.size() < MOST_DEEP) {
            return false;
        }
        if (!deep) {
            deep = true;
            checking.findings().add(DefinitionErrors.tooDeep(entry, use, MOST_DEEP));
        }
        return true;
    }

    @Override
    public boolean let(Entry.OfLet entry, Span use) {
        if (entry.progress == Progress.NEW && isTooDeep(entry, use)) {
            return false;
        } else if (entry.progress == Progress.BUSY) {
            checking.findings().add(DefinitionErrors.circle(entry, use, chain(entry)));
            return false;
        } else if (entry.progress == Progress.NEW) {
            entry.progress = Progress.BUSY;
            busy.push(entry);
            Frame frame = new Frame();
            Typed typed = new ExprChecker(checking, scope(entry.home(), frame, true)).check(entry.tree.value());
            entry.missing = typed.missing();
            entry.let.is(typed.expr(), typed.type());
            slots = Math.max(slots, frame.size());
            lets.add(entry.let);
            busy.pop();
            entry.progress = Progress.DONE;
        }
        passOn(entry, use);
        return true;
    }

    /** What needs an input of another prompt makes what uses it need one; a prompt itself cannot use it. */
    private void passOn(Entry entry, Span use) {
        if (!foreign.contains(entry)) {
            return;
        }
        foreign.addAll(busy);
        if (use.source() == main.source()) {
            checking.findings().add(DefinitionErrors.needsInput(entry, use));
        }
    }

    @Override
    public @Nullable CheckedTemplate template(Entry.OfTemplate entry, Span use) {
        if (entry.progress == Progress.NEW && isTooDeep(entry, use)) {
            return null;
        } else if (entry.progress == Progress.BUSY) {
            checking.findings().add(DefinitionErrors.recursive(entry, use, chain(entry)));
            return null;
        } else if (entry.progress == Progress.NEW) {
            entry.progress = Progress.BUSY;
            busy.push(entry);
            entry.template = define(entry);
            busy.pop();
            entry.progress = Progress.DONE;
        }
        passOn(entry, use);
        return entry.template;
    }

    private CheckedTemplate define(Entry.OfTemplate entry) {
        Frame frame = new Frame();
        Scope outer = scope(entry.home(), frame, false);
        Scope scope = outer.inner();
        List<Integer> places = new ArrayList<>();
        entry.tree.params().forEach(param -> places.add(frame.slot()));
        List<CheckedTemplate.Param> params = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Declaration.Param param = entry.tree.params().get(i);
            params.add(param(param, places.get(i), entry.home(), new ExprChecker(checking, outer), scope));
        }
        CheckedTemplate template =
                new CheckedTemplate(entry.name().text(), entry.name().span(), params);
        Typed body = new ExprChecker(checking, scope).check(entry.tree.body());
        template.is(text(body), frame.size());
        return template;
    }

    private CheckedTemplate.Param param(Declaration.Param param, int slot, Unit home, ExprChecker exprs, Scope scope) {
        String name = param.name().text();
        Valued valued = valued(param.type(), param.value(), name, param.name().span(), home, exprs);
        boolean optional = param.optional() != null && param.value() == null;
        Binding local = new Binding.Local(name, param.name().span(), slot, valued.type(), optional);
        if (scope.bind(name, local) instanceof Binding.Local before) {
            checking.findings().add(NameErrors.twice(param.name(), before.origin()));
        }
        return new CheckedTemplate.Param(name, param.name().span(), valued.type(), optional, valued.value());
    }

    private static Expr.Text text(Typed body) {
        if (body.expr() instanceof Expr.Text text) {
            return text;
        }
        String literal = body.string();
        List<Piece> pieces = literal == null || literal.isEmpty() ? List.of() : List.of(new Piece.Literal(literal));
        return new Expr.Text(body.span(), pieces, false);
    }

    private List<Entry> chain(Entry from) {
        List<Entry> chain = new ArrayList<>();
        for (Entry entry : busy) {
            chain.add(0, entry);
            if (entry == from) {
                break;
            }
        }
        return chain;
    }
}
