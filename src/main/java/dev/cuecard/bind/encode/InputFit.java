package dev.cuecard.bind.encode;

import dev.cuecard.bind.JavaType;
import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.bind.match.Branch;
import dev.cuecard.bind.match.Kinds;
import dev.cuecard.bind.match.Numbers;
import dev.cuecard.bind.match.Scalars;
import dev.cuecard.bind.match.Slot;
import dev.cuecard.bind.match.Spelling;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a Java type with the type of the input that its values are given to. */
public final class InputFit {

    private record Pair(JavaType java, Type type) {}

    private final List<Diagnostic> findings = new ArrayList<>();
    private final Set<Pair> met = new HashSet<>();

    private InputFit() {}

    /**
     * What keeps values of a Java type from being given to an input; empty when nothing does. Bounds are not compared:
     * each value is held to them.
     *
     * @param at what messages call it
     * @param required whether the input has to be given
     * @param origin where the input is declared
     */
    public static List<Diagnostic> check(JavaType java, String at, Type type, boolean required, Span origin) {
        InputFit fit = new InputFit();
        fit.part(new Slot(java, at, origin), type, required);
        return fit.findings;
    }

    /** The inputs as the components of a record, by the same rules. */
    public static List<Diagnostic> checkRecord(JavaType record, Type.Obj inputs, Span origin) {
        InputFit fit = new InputFit();
        fit.fields(new Slot(record, record.toString(), origin), inputs);
        return fit.findings;
    }

    private void part(Slot slot, Type type, boolean required) {
        if (required && slot.canBeEmpty() && !Types.acceptsNull(type)) {
            findings.add(BindErrors.mayBeGivenEmpty(slot));
            return;
        }
        Slot content = slot.isOptional() ? slot.content() : slot;
        fit(content.at(type.origin()), type);
    }

    private void fit(Slot slot, Type whole) {
        Class<?> raw = slot.boxed();
        Type type = Types.acceptsAnything(whole) ? whole : Types.withoutNull(whole);
        if (raw == Object.class
                || raw == Json.class
                || Types.acceptsAnything(type)
                || !met.add(new Pair(slot.java(), type))) {
            return;
        }
        boolean picture = Types.unfold(type) instanceof Type.Image;
        if (raw == Path.class || raw == byte[].class) {
            if (!picture) {
                findings.add(BindErrors.otherInput(slot, type, "only a picture is given as a file or as bytes"));
            }
        } else if (slot.isOptional() || !Kinds.isBindable(slot)) {
            findings.add(BindErrors.unbindable(slot, type));
        } else {
            kind(slot, type);
        }
    }

    private void kind(Slot slot, Type type) {
        Class<?> raw = slot.boxed();
        Kind kind = kind(raw);
        if (!Kind.of(type).contains(kind)) {
            findings.add(BindErrors.otherInput(slot, type, null));
        } else if (kind == Kind.NUMBER && Types.isInteger(type) && Numbers.hasFraction(raw)) {
            findings.add(BindErrors.otherInput(slot, type, "it may have a fraction"));
        } else if (raw.isEnum()) {
            constants(slot, type);
        } else if (Scalars.isOfSomeFormat(raw)
                && Types.unfold(type) instanceof Type.Format format
                && Scalars.isOther(slot, format.kind())) {
            findings.add(BindErrors.otherInput(slot, type, null));
        } else if (raw.isRecord()) {
            record(slot, slot.java(), type);
        } else if (raw.isSealed() && !Json.class.isAssignableFrom(raw)) {
            List<JavaType> records = Objects.requireNonNullElse(Branch.records(raw), List.of());
            records.forEach(record -> record(slot, record, type));
        } else if (Kinds.isList(raw)) {
            Type item = Types.item(type);
            if (item != null) {
                fit(slot.item(slot.java().arg(0), "[]").at(item.origin()), item);
            }
        } else if (raw == Map.class && Types.unfold(type) instanceof Type.MapOf map) {
            fit(slot.item(slot.java().arg(1), "[]").at(map.value().origin()), map.value());
        }
    }

    private static Kind kind(Class<?> raw) {
        Kind json = Kinds.JSON.get(raw);
        if (json != null) {
            return json;
        } else if (raw == Boolean.class) {
            return Kind.BOOLEAN;
        } else if (Numbers.isNumber(raw)) {
            return Kind.NUMBER;
        } else if (Kinds.isList(raw)) {
            return Kind.LIST;
        }
        return raw.isRecord() || raw == Map.class || raw.isSealed() ? Kind.OBJECT : Kind.STRING;
    }

    private void constants(Slot slot, Type type) {
        if (!(Types.unfold(type) instanceof Type.Literals literals)) {
            return;
        }
        List<String> words = Spelling.words(literals);
        for (Object one : slot.raw().getEnumConstants()) {
            Enum<?> constant = (Enum<?>) one;
            if (Spelling.find(constant.name(), Spelling.field(constant), words) == null) {
                findings.add(BindErrors.noField(
                        slot.java() + "." + constant.name(),
                        Spelling.plain(constant.name(), Spelling.field(constant)),
                        literals.origin() == null ? slot.origin() : literals.origin(),
                        words));
            }
        }
    }

    private void record(Slot slot, JavaType record, Type type) {
        Type.Obj object = Branch.of(record.raw(), type);
        if (object == null) {
            findings.add(BindErrors.otherInput(slot, type, "no alternative is one of `" + record + "`"));
        } else {
            fields(new Slot(record, record.toString(), slot.origin()), object);
        }
    }

    private void fields(Slot slot, Type.Obj object) {
        List<String> names = object.fields().stream().map(Type.Obj.Field::name).toList();
        Set<String> left = new LinkedHashSet<>(names);
        left.removeAll(Branch.tags(object));
        for (RecordComponent component : slot.raw().getRecordComponents()) {
            String at = slot.raw().getSimpleName() + "." + component.getName();
            String name = Spelling.find(component.getName(), component, names);
            Type.Obj.Field field = name == null ? null : object.field(name);
            if (field != null) {
                left.remove(name);
                JavaType java = slot.java().member(component.getAnnotatedType(), component);
                part(new Slot(java, at, place(field.origin(), slot)), field.type(), !field.optional());
            } else if (!object.open()) {
                String plain = Spelling.plain(component.getName(), component);
                left.remove(Nearest.of(plain, left));
                findings.add(BindErrors.noField(at, plain, place(object.origin(), slot), names));
            }
        }
        for (Type.Obj.Field field : object.fields()) {
            if (left.contains(field.name()) && !field.optional()) {
                findings.add(BindErrors.notGiven(slot.raw().getSimpleName(), field));
            }
        }
    }

    private static @Nullable Span place(@Nullable Span own, Slot slot) {
        return own == null ? slot.origin() : own;
    }
}
