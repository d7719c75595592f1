package dev.cuecard.bind.encode;

import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Looks into records. */
final class Components {

    private Components() {}

    /** What a component of a record holds, or null; a {@link NoJson} when that cannot be told. */
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
