package dev.cuecard.bind.decode;

import dev.cuecard.bind.match.Reads;
import dev.cuecard.bind.match.Slot;
import dev.cuecard.bind.match.Unfit;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import java.lang.reflect.Constructor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a record of an object. */
final class RecordReads implements Reads {

    /**
     * A component.
     *
     * @param field the field that it holds, or null for one that is always empty
     * @param reads what makes its value
     * @param slot it as a slot
     */
    record Part(@Nullable String field, Reads reads, Slot slot) {}

    private final Constructor<?> constructor;
    private final List<Part> parts;
    private final Slot slot;

    RecordReads(Constructor<?> constructor, List<Part> parts, Slot slot) {
        this.constructor = constructor;
        this.parts = List.copyOf(parts);
        this.slot = slot;
    }

    @Override
    public Object read(Json value, String pointer) throws Unfit {
        Json.Obj object = (Json.Obj) value;
        @Nullable Object[] components = new Object[parts.size()];
        for (int i = 0; i < components.length; i++) {
            Part part = parts.get(i);
            Json member = part.field() == null ? null : object.get(part.field());
            components[i] = member == null
                    ? part.slot().empty()
                    : part.reads().read(member, JsonPointer.append(pointer, String.valueOf(part.field())));
        }
        return Access.make(constructor, components, slot, pointer);
    }
}
