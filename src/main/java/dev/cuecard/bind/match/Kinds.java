package dev.cuecard.bind.match;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.schema.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes are of use at all, and the plain values that stand for any JSON. */
public final class Kinds {

    /** The kinds of JSON, each with the class that holds no other. */
    public static final Map<Class<?>, Kind> JSON = Map.of(
            Json.Str.class, Kind.STRING,
            Json.Num.class, Kind.NUMBER,
            Json.Bool.class, Kind.BOOLEAN,
            Json.Arr.class, Kind.LIST,
            Json.Obj.class, Kind.OBJECT);

    private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Iterable.class, Set.class);

    private Kinds() {}

    /** The name of a slot's class in back-quotes. */
    public static String quoted(Slot slot) {
        return Quoted.of(slot.java().toString());
    }

    /** Whether a class holds lists. */
    public static boolean isList(Class<?> raw) {
        return LISTS.contains(raw) || raw.isArray();
    }

    /** Whether a class holds values of some type, be it not the one in question. */
    public static boolean isBindable(Slot slot) {
        Class<?> raw = slot.boxed();
        return raw == Object.class
                || raw == String.class
                || raw == CharSequence.class
                || raw == Boolean.class
                || raw == Map.class
                || raw.isEnum()
                || raw.isRecord()
                || raw.isSealed()
                || isList(raw)
                || slot.isOptional()
                || Numbers.isNumber(raw)
                || Scalars.isOfSomeFormat(raw)
                || Json.class.isAssignableFrom(raw);
    }

    /** Any JSON as maps, lists, strings, {@link java.math.BigDecimal}s, booleans and null. */
    public static @Nullable Object plain(Json value) {
        if (value instanceof Json.Str text) {
            return text.value();
        } else if (value instanceof Json.Num number) {
            return number.value();
        } else if (value instanceof Json.Bool truth) {
            return truth.value();
        } else if (value instanceof Json.Arr list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(plain(item)));
            return Collections.unmodifiableList(items);
        } else if (value instanceof Json.Obj object) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, plain(member)));
            return Collections.unmodifiableMap(members);
        }
        return null;
    }
}
