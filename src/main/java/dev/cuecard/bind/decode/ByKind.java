package dev.cuecard.bind.decode;

import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.bind.match.Kinds;
import dev.cuecard.bind.match.Numbers;
import dev.cuecard.bind.match.Reads;
import dev.cuecard.bind.match.Scalars;
import dev.cuecard.bind.match.Slot;
import dev.cuecard.bind.match.Spelling;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reads the values of a type that is no union and cannot be null. */
final class ByKind implements Type.Visitor<Reads> {

    private final Maker maker;
    private final Slot slot;
    private final Type shown;

    /** @param shown the type as messages show it: by its name where it has one */
    ByKind(Maker maker, Slot slot, Type shown) {
        this.maker = maker;
        this.slot = slot;
        this.shown = shown;
    }

    private Reads orWrong(@Nullable Reads reads) {
        return reads == null ? wrong(null) : reads;
    }

    private Reads wrong(@Nullable String why) {
        return maker.wrong(BindErrors.otherType(slot, shown, why));
    }

    @Override
    public Reads text(Type.Text type) {
        return orWrong(Scalars.text(slot));
    }

    @Override
    public Reads number(Type.Num type) {
        if (!Numbers.isNumber(slot.boxed())) {
            return wrong(null);
        }
        String complaint = Numbers.complaint(slot, type);
        return complaint == null ? Numbers.reads(slot, type.integer()) : wrong(complaint);
    }

    @Override
    public Reads bool(Type.Bool type) {
        return slot.boxed() == Boolean.class ? (value, pointer) -> ((Json.Bool) value).value() : wrong(null);
    }

    @Override
    public Reads nil(Type.Null type) {
        throw new IllegalStateException("null is taken before");
    }

    @Override
    public Reads any(Type.Any type) {
        throw new IllegalStateException("what takes anything is taken before");
    }

    @Override
    public Reads format(Type.Format type) {
        return orWrong(Scalars.format(slot, type.kind()));
    }

    @Override
    public Reads literals(Type.Literals type) {
        List<Json> values =
                type.values().stream().map(Type.Literals.Value::value).toList();
        if (slot.raw().isEnum()) {
            return constants(type);
        } else if (values.stream().allMatch(value -> Kind.of(value) == Kind.STRING)) {
            return orWrong(Scalars.text(slot));
        } else if (values.stream().allMatch(value -> Kind.of(value) == Kind.BOOLEAN)) {
            return bool(new Type.Bool(type.origin()));
        } else if (values.stream().allMatch(value -> Kind.of(value) == Kind.NUMBER)) {
            return number(numbers(values, type));
        }
        return wrong("the values are not of one kind");
    }

    private static Type.Num numbers(List<Json> values, Type.Literals type) {
        List<BigDecimal> numbers = values.stream()
                .map(value -> ((Json.Num) value).value())
                .sorted()
                .toList();
        return new Type.Num(
                values.stream().allMatch(value -> ((Json.Num) value).isInteger()),
                numbers.get(0),
                false,
                numbers.get(numbers.size() - 1),
                false,
                type.origin());
    }

    private Reads constants(Type.Literals type) {
        Map<Json, Object> constants = new HashMap<>();
        List<String> words = Spelling.words(type);
        for (Object one : slot.raw().getEnumConstants()) {
            Enum<?> constant = (Enum<?>) one;
            String word = Spelling.find(constant.name(), Spelling.field(constant), words);
            if (word != null) {
                constants.putIfAbsent(Json.of(word), constant);
            }
        }
        for (Type.Literals.Value value : type.values()) {
            if (!constants.containsKey(value.value())) {
                maker.wrong(BindErrors.noConstant(slot, value.value(), value.origin()));
            }
        }
        return (value, pointer) -> constants.get(value);
    }

    @Override
    public Reads array(Type.Array type) {
        if (!Kinds.isList(slot.raw())) {
            return wrong(null);
        }
        Slot item = slot.item(slot.java().arg(0), "[]");
        return new ListReads(slot, item, maker.make(item.at(type.item().origin()), type.item()));
    }

    @Override
    public Reads object(Type.Obj type) {
        if (!isMap()) {
            return wrong(null);
        }
        Map<String, Reads> fields = new HashMap<>();
        for (Type.Obj.Field field : type.fields()) {
            Slot value = slot.item(slot.java().arg(1), "[" + Json.of(field.name()) + "]")
                    .at(field.origin());
            fields.put(field.name(), maker.make(value, field.type()));
        }
        Slot other = slot.item(slot.java().arg(1), "[]");
        Reads others = type.open() ? maker.make(other, new Type.Any(null)) : (value, pointer) -> null;
        return map((name) -> fields.getOrDefault(name, others));
    }

    @Override
    public Reads map(Type.MapOf type) {
        if (!isMap()) {
            return wrong(null);
        }
        Slot value = slot.item(slot.java().arg(1), "[]");
        Reads reads = maker.make(value.at(type.value().origin()), type.value());
        return map(name -> reads);
    }

    private boolean isMap() {
        Class<?> key = slot.java().arg(0).raw();
        return slot.raw() == Map.class && (key == String.class || key == Object.class);
    }

    private static Reads map(java.util.function.Function<String, Reads> values) {
        return (value, pointer) -> {
            Map<String, @Nullable Object> map = new java.util.LinkedHashMap<>();
            for (Map.Entry<String, Json> member : ((Json.Obj) value).members().entrySet()) {
                String at = JsonPointer.append(pointer, member.getKey());
                map.put(member.getKey(), values.apply(member.getKey()).read(member.getValue(), at));
            }
            return java.util.Collections.unmodifiableMap(map);
        };
    }

    @Override
    public Reads nullable(Type.Nullish type) {
        throw new IllegalStateException("null is taken before");
    }

    @Override
    public Reads union(Type.Union type) {
        throw new IllegalStateException("a union is taken before");
    }

    @Override
    public Reads named(Type.Named type) {
        throw new IllegalStateException("a name is unfolded before");
    }

    @Override
    public Reads external(Type.External type) {
        throw new IllegalStateException("what takes anything is taken before");
    }

    @Override
    public Reads image(Type.Image type) {
        return orWrong(Scalars.text(slot));
    }
}
