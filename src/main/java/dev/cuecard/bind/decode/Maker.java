package dev.cuecard.bind.decode;

import dev.cuecard.bind.JavaType;
import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.bind.match.Branch;
import dev.cuecard.bind.match.Kinds;
import dev.cuecard.bind.match.Optionals;
import dev.cuecard.bind.match.Reads;
import dev.cuecard.bind.match.Slot;
import dev.cuecard.bind.match.Unfit;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a Java type with a type of a prompt, and makes what reads the one of the other. */
final class Maker {

    private static final Reads NONE = (value, pointer) -> null;

    /** A pair that is compared already, or is being compared: types may be recursive. */
    private record Pair(JavaType java, Type.Declared declared) {}

    /** What reads a pair, once that is known. */
    private static final class Later implements Reads {
        private Reads reads = NONE;

        @Override
        public @Nullable Object read(Json value, String pointer) throws Unfit {
            return reads.read(value, pointer);
        }
    }

    private final boolean late;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<Pair, Later> met = new HashMap<>();

    /** @param late whether the type was taken from a value, so that what is not there may be missing */
    Maker(boolean late) {
        this.late = late;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    boolean late() {
        return late;
    }

    /** Notes a mistake; what stands for the reader is never used. */
    Reads wrong(Diagnostic mistake) {
        findings.add(mistake);
        return NONE;
    }

    /** What reads the values of a type into a slot. */
    Reads make(Slot slot, Type type) {
        Class<?> raw = slot.raw();
        if (raw == Object.class) {
            return (value, pointer) -> Kinds.plain(value);
        } else if (raw == Json.class) {
            return (value, pointer) -> value;
        } else if (slot.isOptional()) {
            return optional(slot, type);
        } else if (!Kinds.isBindable(slot)) {
            return wrong(BindErrors.unbindable(slot, type));
        } else if (Types.acceptsAnything(type)) {
            return (value, pointer) -> lateRead(slot, value, pointer);
        } else if (Types.isOnly(type, Kind.NULL)) {
            return slot.canBeEmpty() ? NONE : wrong(BindErrors.mayBeEmpty(slot, type, false));
        } else if (Types.acceptsNull(type)) {
            if (!slot.canBeEmpty()) {
                return wrong(BindErrors.mayBeEmpty(slot.at(type.origin()), type, false));
            }
            Reads inner = make(slot, Types.withoutNull(type));
            return (value, pointer) -> value instanceof Json.Null ? null : inner.read(value, pointer);
        }
        return type instanceof Type.Named named ? named(slot, named) : open(slot, type);
    }

    private Reads named(Slot slot, Type.Named named) {
        Pair pair = new Pair(slot.java(), named.declared());
        Later known = met.get(pair);
        if (known != null) {
            return known;
        }
        Later later = new Later();
        met.put(pair, later);
        later.reads = open(slot, named);
        return later;
    }

    private Reads open(Slot slot, Type type) {
        Type open = Types.unfold(type);
        Kind kind = Kinds.JSON.get(slot.raw());
        if (kind != null) {
            return Types.isOnly(open, kind)
                    ? (value, pointer) -> value
                    : wrong(BindErrors.otherType(slot, type, "it holds " + kind.phrase() + " alone"));
        } else if (slot.raw().isSealed()) {
            return sealed(slot, type);
        } else if (open instanceof Type.Union) {
            return union(slot, Branch.all(type));
        } else if (open instanceof Type.Obj object && slot.raw().isRecord()) {
            return new RecordMaker(this, slot, object).make(Set.of());
        }
        return open.accept(new ByKind(this, slot, type));
    }

    private Reads optional(Slot slot, Type type) {
        Object empty = java.util.Objects.requireNonNull(slot.empty());
        Slot content = slot.content();
        if (Types.isOnly(type, Kind.NULL)) {
            return (value, pointer) -> empty;
        }
        Reads inner = make(content, Types.acceptsAnything(type) ? type : Types.withoutNull(type));
        return (value, pointer) ->
                value instanceof Json.Null ? empty : Optionals.of(slot.raw(), inner.read(value, pointer));
    }

    private Reads union(Slot slot, List<Type> members) {
        return choice(
                members,
                members.stream()
                        .map(member -> make(slot.at(member.origin()), member))
                        .toList());
    }

    private Reads sealed(Slot slot, Type type) {
        List<JavaType> records = Branch.records(slot.raw());
        if (records == null) {
            return wrong(BindErrors.unbindable(slot, type));
        }
        List<Type> branches = Branch.all(type);
        List<Reads> reads = new ArrayList<>();
        for (Type branch : branches) {
            reads.add(branch(slot, branch, records));
        }
        return choice(branches, reads);
    }

    private Reads branch(Slot slot, Type branch, List<JavaType> records) {
        if (!(Types.unfold(branch) instanceof Type.Obj object)) {
            return wrong(BindErrors.otherType(slot, branch, "a record holds an object alone"));
        }
        JavaType record = records.stream()
                .filter(one -> Branch.isOf(one.raw(), branch))
                .findFirst()
                .orElse(null);
        if (record == null) {
            return wrong(BindErrors.noRecord(slot, branch, Branch.words(branch)));
        }
        return new RecordMaker(this, new Slot(record, "", slot.origin()), object).make(Branch.tags(object));
    }

    /** Reads by the alternative that a value is of; a value that fits the type is of one. */
    private static Reads choice(List<Type> types, List<Reads> reads) {
        return (value, pointer) -> {
            for (int i = 0; i < types.size(); i++) {
                if (Types.fits(value, types.get(i))) {
                    return reads.get(i).read(value, pointer);
                }
            }
            throw new IllegalStateException("a value of none of the alternatives");
        };
    }

    /** Of a value whose type only it tells. */
    private static @Nullable Object lateRead(Slot slot, Json value, String pointer) throws Unfit {
        Maker maker = new Maker(true);
        Reads reads = maker.make(slot, Types.of(value));
        if (!maker.findings().isEmpty()) {
            Diagnostic first = maker.findings().get(0);
            throw new Unfit(pointer, slot, first.message());
        }
        return reads.read(value, pointer);
    }
}
