package dev.cuecard.bind.decode;

import dev.cuecard.bind.match.Kinds;
import dev.cuecard.bind.match.Slot;
import dev.cuecard.bind.match.Unfit;
import dev.cuecard.diagnostic.Quoted;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes records. */
final class Access {

    private Access() {}

    /** The constructor of a record; null when its module does not open it. */
    static @Nullable Constructor<?> constructor(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (InaccessibleObjectException e) {
            return null;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("each record has this constructor", e);
        }
    }

    /** Makes a record; what its own checks refuse is told as a fact of the slot. */
    static Object make(Constructor<?> constructor, @Nullable Object[] components, Slot slot, String pointer)
            throws Unfit {
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            String said = cause == null || cause.getMessage() == null ? "without a word" : cause.getMessage();
            throw new Unfit(pointer, slot, Kinds.quoted(slot) + " refuses it: " + Quoted.of(said));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the constructor was made accessible", e);
        }
    }
}
