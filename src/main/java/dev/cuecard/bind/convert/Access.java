package dev.cuecard.bind.convert;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Quoted;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes records and looks into them. */
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

    /** What a component of a record holds; a {@link NoJson} when that cannot be told. */
    static @Nullable Object get(Object record, RecordComponent component, String at) throws NoJson {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (InaccessibleObjectException e) {
            throw new NoJson(BindErrors.closed(record.getClass()));
        } catch (InvocationTargetException e) {
            throw new NoJson(BindErrors.noJson(
                    at,
                    "a record whose accessor throws",
                    "it says " + JsonText.compact(Json.of(String.valueOf(e.getCause()))),
                    null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the accessor was made accessible", e);
        }
    }
}
