package dev.cuecard.bind.decode;

import dev.cuecard.bind.match.Reads;
import dev.cuecard.bind.match.Slot;
import dev.cuecard.bind.match.Unfit;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a list, a set or an array. */
final class ListReads implements Reads {

    private final Slot slot;
    private final Slot item;
    private final Reads reads;

    ListReads(Slot slot, Slot item, Reads reads) {
        this.slot = slot;
        this.item = item;
        this.reads = reads;
    }

    @Override
    public Object read(Json value, String pointer) throws Unfit {
        List<Json> all = ((Json.Arr) value).items();
        List<@Nullable Object> items = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            items.add(reads.read(all.get(i), JsonPointer.append(pointer, i)));
        }
        if (slot.raw() == Set.class) {
            Set<@Nullable Object> set = new LinkedHashSet<>(items);
            if (set.size() < items.size()) {
                throw new Unfit(pointer, slot, "a set holds the same item once");
            }
            return Collections.unmodifiableSet(set);
        } else if (slot.raw().isArray()) {
            Object array = Array.newInstance(item.raw(), items.size());
            for (int i = 0; i < items.size(); i++) {
                Array.set(array, i, items.get(i));
            }
            return array;
        }
        return Collections.unmodifiableList(items);
    }
}
