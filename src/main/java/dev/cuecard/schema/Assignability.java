package dev.cuecard.schema;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether every value of one type is one of another. */
final class Assignability {

    private final TypePairs met = new TypePairs();

    boolean test(Type from, Type to) {
        if (from == to || !met.add(from, to)) {
            return true;
        }
        Type a = Types.unfold(from);
        Type b = Types.unfold(to);
        if (Types.acceptsAnything(a) || Types.acceptsAnything(b)) {
            return true;
        } else if (a instanceof Type.Union union) {
            return union.members().stream().allMatch(m -> test(m.type(), b));
        } else if (a instanceof Type.Nullish nullish) {
            return test(Types.NULL, b) && test(nullish.type(), b);
        } else if (a instanceof Type.Literals literals) {
            return literals.values().stream().allMatch(v -> Fits.fits(v.value(), b));
        } else if (b instanceof Type.Nullish nullish) {
            return a instanceof Type.Null || test(a, nullish.type());
        } else if (b instanceof Type.Union union) {
            return union.members().stream().anyMatch(m -> test(a, m.type()));
        } else if (a instanceof Type.Array x && b instanceof Type.Array y) {
            boolean empty = x.max() != null && x.max() == 0;
            return within(x.min(), x.max(), y.min(), y.max()) && (empty || test(x.item(), y.item()));
        } else if (a instanceof Type.Obj x && b instanceof Type.Obj y) {
            return objects(x, y);
        } else if (a instanceof Type.Obj x && b instanceof Type.MapOf y) {
            return !x.open() && x.fields().stream().allMatch(f -> test(f.type(), y.value()));
        } else if (a instanceof Type.MapOf x && b instanceof Type.MapOf y) {
            return test(x.value(), y.value());
        }
        return scalars(a, b);
    }

    private boolean objects(Type.Obj from, Type.Obj to) {
        for (Type.Obj.Field field : to.fields()) {
            Type.Obj.Field own = from.field(field.name());
            if (own == null
                    ? !field.optional()
                    : (own.optional() && !field.optional()) || !test(own.type(), field.type())) {
                return false;
            }
        }
        return to.open() || (!from.open() && from.fields().stream().allMatch(f -> to.field(f.name()) != null));
    }

    private static boolean scalars(Type a, Type b) {
        if (a instanceof Type.Text x && b instanceof Type.Text y) {
            boolean pattern = y.pattern() == null || Objects.equals(x.pattern(), y.pattern());
            return pattern && within(x.min(), x.max(), y.min(), y.max());
        } else if (a instanceof Type.Format x) {
            return b instanceof Type.Text text ? free(text) : b instanceof Type.Format y && x.kind() == y.kind();
        } else if (a instanceof Type.Num x && b instanceof Type.Num y) {
            return (x.integer() || !y.integer())
                    && inner(x.min(), x.minOpen(), y.min(), y.minOpen(), 1)
                    && inner(x.max(), x.maxOpen(), y.max(), y.maxOpen(), -1);
        } else if (a instanceof Type.Bool) {
            return b instanceof Type.Bool || (b instanceof Type.Literals y && both(y));
        }
        return (a instanceof Type.Null && b instanceof Type.Null)
                || (a instanceof Type.Image && b instanceof Type.Image);
    }

    private static boolean both(Type.Literals type) {
        return type.values().stream()
                        .filter(v -> Kind.of(v.value()) == Kind.BOOLEAN)
                        .count()
                == 2;
    }

    /** Whether a text type leaves any string in. */
    static boolean free(Type.Text type) {
        return (type.min() == null || type.min() == 0) && type.max() == null && type.pattern() == null;
    }

    private static boolean within(
            @Nullable Integer min, @Nullable Integer max, @Nullable Integer outerMin, @Nullable Integer outerMax) {
        boolean low = outerMin == null || outerMin == 0 || (min != null && min >= outerMin);
        return low && (outerMax == null || (max != null && max <= outerMax));
    }

    /** Whether a bound is at least as narrow as another; {@code side} is 1 for lower bounds and -1 for upper ones. */
    private static boolean inner(
            @Nullable BigDecimal bound, boolean open, @Nullable BigDecimal outer, boolean outerOpen, int side) {
        if (outer == null) {
            return true;
        } else if (bound == null) {
            return false;
        }
        int order = bound.compareTo(outer) * side;
        return order > 0 || (order == 0 && (open || !outerOpen));
    }
}
