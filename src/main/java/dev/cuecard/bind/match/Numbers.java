package dev.cuecard.bind.match;

import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Java classes that hold numbers, and which numbers they hold. */
public final class Numbers {

    /** What a class of integers holds. */
    private record Range(BigDecimal least, BigDecimal most) {
        Range(long least, long most) {
            this(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        }

        boolean holds(@Nullable BigDecimal number) {
            return number == null || (least.compareTo(number) <= 0 && number.compareTo(most) <= 0);
        }

        String words() {
            return "from " + least.toPlainString() + " to " + most.toPlainString();
        }
    }

    private static final Map<Class<?>, Range> INTEGERS = Map.of(
            Byte.class, new Range(Byte.MIN_VALUE, Byte.MAX_VALUE),
            Short.class, new Range(Short.MIN_VALUE, Short.MAX_VALUE),
            Integer.class, new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
            Long.class, new Range(Long.MIN_VALUE, Long.MAX_VALUE));

    private static final Set<Class<?>> OTHERS =
            Set.of(Float.class, Double.class, BigInteger.class, BigDecimal.class, Number.class);

    private Numbers() {}

    /** Whether a class, boxed, holds numbers. */
    public static boolean isNumber(Class<?> boxed) {
        return INTEGERS.containsKey(boxed) || OTHERS.contains(boxed);
    }

    /** Whether a class, boxed, holds numbers with a fraction. */
    public static boolean hasFraction(Class<?> boxed) {
        return boxed == Float.class || boxed == Double.class || boxed == BigDecimal.class;
    }

    /** Why a slot, whose class is one of numbers, does not hold those of a type; null when it does. */
    public static @Nullable String complaint(Slot slot, Type.Num type) {
        Range range = INTEGERS.get(slot.boxed());
        if ((range != null || slot.raw() == BigInteger.class) && !type.integer()) {
            return "it may have a fraction";
        } else if (range != null && (!range.holds(type.min()) || !range.holds(type.max()))) {
            return Kinds.quoted(slot) + " holds integers " + range.words();
        }
        return null;
    }

    /** The class that takes all of a type, for the help of a message. */
    static String suggestion(Type.Num type) {
        if (!type.integer()) {
            return "double";
        }
        for (Class<?> one : new Class<?>[] {Integer.class, Long.class}) {
            Range range = INTEGERS.get(one);
            if (range != null && range.holds(type.min()) && range.holds(type.max())) {
                return one == Integer.class ? "int" : "long";
            }
        }
        return "BigInteger";
    }

    /** Reads the numbers of a type for which there is no complaint. */
    public static Reads reads(Slot slot, boolean integer) {
        Class<?> boxed = slot.boxed();
        Range range = INTEGERS.get(boxed);
        return (value, pointer) -> {
            BigDecimal number = ((Json.Num) value).value();
            if (range != null) {
                if (!range.holds(number)) {
                    throw new Unfit(pointer, slot, Kinds.quoted(slot) + " holds integers " + range.words());
                }
                return integer(boxed, number.longValueExact());
            } else if (boxed == BigInteger.class) {
                return number.toBigIntegerExact();
            } else if (boxed == Double.class || boxed == Float.class) {
                return binary(slot, number, integer, pointer);
            }
            return number;
        };
    }

    private static Object integer(Class<?> boxed, long number) {
        if (boxed == Byte.class) {
            return (byte) number;
        } else if (boxed == Short.class) {
            return (short) number;
        } else if (boxed == Integer.class) {
            return (int) number;
        }
        return number;
    }

    /** A fraction is rounded, as everyone expects; an integer is not, and nothing becomes infinite. */
    private static Object binary(Slot slot, BigDecimal number, boolean integer, String pointer) throws Unfit {
        boolean single = slot.boxed() == Float.class;
        double near = single ? number.floatValue() : number.doubleValue();
        if (Double.isInfinite(near)) {
            throw new Unfit(pointer, slot, Kinds.quoted(slot) + " holds no number as large as that");
        } else if (integer && new BigDecimal(near).compareTo(number) != 0) {
            throw new Unfit(pointer, slot, Kinds.quoted(slot) + " would lose digits of it");
        }
        return single ? (Object) (float) near : (Object) near;
    }
}
