package dev.cuecard.schema;

import dev.cuecard.data.Json;
import dev.cuecard.schema.validate.Validator;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is one of a type, without the reasons. The verdict on replies and inputs is the {@link Validator}'s;
 * this is for the questions that come up between types: literals against types, the branch of a union that is meant.
 */
final class Fits implements Type.Visitor<Boolean> {

    private final Json value;

    private Fits(Json value) {
        this.value = value;
    }

    static boolean fits(Json value, Type type) {
        return type.accept(new Fits(value));
    }

    /** Whether two values are the same, numbers however they are written. */
    static boolean same(Json a, Json b) {
        if (a instanceof Json.Num x && b instanceof Json.Num y) {
            return x.sameAs(y);
        } else if (a instanceof Json.Arr x && b instanceof Json.Arr y) {
            return sameItems(x.items(), y.items());
        } else if (a instanceof Json.Obj x && b instanceof Json.Obj y) {
            return x.members().keySet().equals(y.members().keySet())
                    && x.members().entrySet().stream().allMatch(e -> sameMember(e.getValue(), y.get(e.getKey())));
        }
        return a.equals(b);
    }

    private static boolean sameMember(Json a, @Nullable Json b) {
        return b != null && same(a, b);
    }

    private static boolean sameItems(List<Json> a, List<Json> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<Json> other = b.iterator();
        return a.stream().allMatch(item -> same(item, other.next()));
    }

    @Override
    public Boolean text(Type.Text type) {
        if (!(value instanceof Json.Str text)) {
            return false;
        }
        int length = text.value().codePointCount(0, text.value().length());
        return within(length, type.min(), type.max())
                && (type.pattern() == null || type.pattern().finds(text.value()));
    }

    private static boolean within(int size, @Nullable Integer min, @Nullable Integer max) {
        return (min == null || size >= min) && (max == null || size <= max);
    }

    @Override
    public Boolean number(Type.Num type) {
        return value instanceof Json.Num number
                && (!type.integer() || number.isInteger())
                && above(number.value(), type.min(), type.minOpen())
                && below(number.value(), type.max(), type.maxOpen());
    }

    private static boolean above(BigDecimal number, @Nullable BigDecimal min, boolean open) {
        return min == null || number.compareTo(min) >= (open ? 1 : 0);
    }

    private static boolean below(BigDecimal number, @Nullable BigDecimal max, boolean open) {
        return max == null || number.compareTo(max) <= (open ? -1 : 0);
    }

    @Override
    public Boolean bool(Type.Bool type) {
        return value instanceof Json.Bool;
    }

    @Override
    public Boolean nil(Type.Null type) {
        return value instanceof Json.Null;
    }

    @Override
    public Boolean any(Type.Any type) {
        return true;
    }

    @Override
    public Boolean format(Type.Format type) {
        return value instanceof Json.Str text && FormatCheck.fits(type.kind(), text.value());
    }

    @Override
    public Boolean literals(Type.Literals type) {
        return type.values().stream().anyMatch(v -> same(v.value(), value));
    }

    @Override
    public Boolean array(Type.Array type) {
        return value instanceof Json.Arr list
                && within(list.items().size(), type.min(), type.max())
                && list.items().stream().allMatch(item -> fits(item, type.item()));
    }

    @Override
    public Boolean object(Type.Obj type) {
        if (!(value instanceof Json.Obj object)) {
            return false;
        }
        for (Type.Obj.Field field : type.fields()) {
            Json member = object.get(field.name());
            if (member == null ? !field.optional() : !fits(member, field.type())) {
                return false;
            }
        }
        return type.open() || object.members().keySet().stream().allMatch(name -> type.field(name) != null);
    }

    @Override
    public Boolean map(Type.MapOf type) {
        return value instanceof Json.Obj object
                && object.members().values().stream().allMatch(member -> fits(member, type.value()));
    }

    @Override
    public Boolean nullable(Type.Nullish type) {
        return value instanceof Json.Null || type.type().accept(this);
    }

    @Override
    public Boolean union(Type.Union type) {
        return type.members().stream().anyMatch(m -> m.type().accept(this));
    }

    @Override
    public Boolean named(Type.Named type) {
        return Types.meaning(type).accept(this);
    }

    @Override
    public Boolean external(Type.External type) {
        // Only the schema's own validator can tell.
        return Kind.of(type).contains(Kind.of(value));
    }

    @Override
    public Boolean image(Type.Image type) {
        return value instanceof Json.Str;
    }
}
