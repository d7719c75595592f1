package dev.cuecard.schema;

import java.math.BigDecimal;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Whether two types may have a value in common; true where only a closer look could tell. */
final class Overlap {

    private final TypePairs met = new TypePairs();

    boolean test(Type first, Type second) {
        if (first == second || !met.add(first, second)) {
            return true;
        }
        Type a = Types.unfold(first);
        Type b = Types.unfold(second);
        if (Types.acceptsAnything(a) || Types.acceptsAnything(b)) {
            return true;
        } else if (Collections.disjoint(Kind.of(a), Kind.of(b))) {
            return false;
        } else if (a instanceof Type.Union union) {
            return union.members().stream().anyMatch(m -> test(m.type(), b));
        } else if (b instanceof Type.Union || (b instanceof Type.Literals && !(a instanceof Type.Literals))) {
            return test(b, a);
        } else if (a instanceof Type.Nullish nullish) {
            return Types.acceptsNull(b) || test(nullish.type(), b);
        } else if (b instanceof Type.Nullish nullish) {
            return Types.acceptsNull(a) || test(a, nullish.type());
        } else if (a instanceof Type.Literals literals) {
            return literals.values().stream().anyMatch(v -> Fits.fits(v.value(), b));
        } else if (a instanceof Type.Array x && b instanceof Type.Array y) {
            return lists(x, y);
        } else if (a instanceof Type.Obj x && b instanceof Type.Obj y) {
            return objects(x, y) && objects(y, x);
        } else if (a instanceof Type.Obj x && b instanceof Type.MapOf y) {
            return x.fields().stream().allMatch(f -> f.optional() || test(f.type(), y.value()));
        } else if (a instanceof Type.MapOf && b instanceof Type.Obj) {
            return test(b, a);
        }
        return scalars(a, b);
    }

    private boolean lists(Type.Array a, Type.Array b) {
        boolean sizes =
                meets(size(a.min()), false, size(b.max()), false) && meets(size(b.min()), false, size(a.max()), false);
        boolean empty = isZero(a.min()) && isZero(b.min());
        return sizes && (empty || test(a.item(), b.item()));
    }

    private boolean objects(Type.Obj a, Type.Obj b) {
        for (Type.Obj.Field field : a.fields()) {
            Type.Obj.Field other = b.field(field.name());
            boolean possible = other == null ? b.open() : test(field.type(), other.type());
            if (!possible && (!field.optional() || (other != null && !other.optional()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean scalars(Type a, Type b) {
        if (a instanceof Type.Num x && b instanceof Type.Num y) {
            return meets(x.min(), x.minOpen(), y.max(), y.maxOpen())
                    && meets(y.min(), y.minOpen(), x.max(), x.maxOpen());
        } else if (a instanceof Type.Text x && b instanceof Type.Text y) {
            return meets(size(x.min()), false, size(y.max()), false)
                    && meets(size(y.min()), false, size(x.max()), false);
        } else if (a instanceof Type.Format x && b instanceof Type.Format y) {
            return x.kind() == y.kind();
        }
        return true;
    }

    private static boolean isZero(@Nullable Integer min) {
        return min == null || min == 0;
    }

    private static @Nullable BigDecimal size(@Nullable Integer bound) {
        return bound == null ? null : BigDecimal.valueOf(bound);
    }

    /** Whether a lower bound lies below an upper one. */
    private static boolean meets(@Nullable BigDecimal min, boolean minOpen, @Nullable BigDecimal max, boolean maxOpen) {
        if (min == null || max == null) {
            return true;
        }
        int order = min.compareTo(max);
        return order < 0 || (order == 0 && !minOpen && !maxOpen);
    }
}
