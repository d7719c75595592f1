package dev.cuecard.bind.encode;

import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.bind.match.Branch;
import dev.cuecard.bind.match.Optionals;
import dev.cuecard.bind.match.Spelling;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes JSON of Java values, led by the type that a prompt gives them: it says how a record's fields are spelled. */
public final class Encoder {

    /** More levels than any prompt takes; a value that holds itself has no end. */
    private static final int DEEPEST = 500;

    private int depth;

    private Encoder() {}

    /** The JSON of a value, or why there is none. */
    public record Encoded(@Nullable Json json, @Nullable Diagnostic mistake) {}

    /**
     * The JSON of a value.
     *
     * @param at what messages call it
     * @param type what it is to be, or null when nothing is known of that; whether it is so, is not judged here
     */
    public static Encoded of(@Nullable Object value, String at, @Nullable Type type) {
        try {
            return new Encoded(new Encoder().json(value, at, type), null);
        } catch (NoJson none) {
            return new Encoded(null, none.diagnostic());
        }
    }

    private Json json(@Nullable Object given, String at, @Nullable Type type) throws NoJson {
        Object value = Optionals.content(given);
        if (value == null) {
            return Json.nil();
        } else if (value instanceof Json json) {
            return json;
        } else if (value instanceof Enum<?> constant) {
            return Words.of(constant, type);
        } else if (value instanceof Path || value instanceof byte[]) {
            return PictureFiles.json(value, at, type != null && isPicture(type));
        }
        Json simple = Words.of(value, at);
        if (simple != null) {
            return simple;
        } else if (depth == DEEPEST) {
            throw new NoJson(BindErrors.noJson(
                    at, "values that stand too deep in each other", "at most " + DEEPEST + " levels are taken", null));
        }
        depth++;
        Json whole = whole(value, at, type);
        depth--;
        return whole;
    }

    private static boolean isPicture(Type type) {
        return Types.unfold(Types.withoutNull(type)) instanceof Type.Image;
    }

    private Json whole(Object value, String at, @Nullable Type type) throws NoJson {
        if (value instanceof Map<?, ?> map) {
            return map(map, at, type);
        } else if (value instanceof Record record) {
            return record(record, at, type);
        } else if (value instanceof Iterable<?> items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(list::add);
            return list(list, at, type);
        } else if (value.getClass().isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(Array.get(value, i));
            }
            return list(list, at, type);
        }
        throw new NoJson(BindErrors.noJson(at, "a `" + value.getClass().getName() + "`", null, null));
    }

    private Json list(List<@Nullable Object> items, String at, @Nullable Type type) throws NoJson {
        Type item = type == null ? null : Types.item(type);
        List<Json> list = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            list.add(json(items.get(i), at + "[" + i + "]", item));
        }
        return Json.array(list);
    }

    private Json map(Map<?, ?> map, String at, @Nullable Type type) throws NoJson {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = entry.getKey();
            String name = key instanceof CharSequence ? key.toString() : null;
            if (key instanceof Enum<?> constant) {
                name = ((Json.Str) Words.of(constant, (Type) null)).value();
            }
            if (name == null) {
                String what = key == null ? "`null`" : "a `" + key.getClass().getName() + "`";
                throw new NoJson(
                        BindErrors.noJson(at, "a map with " + what + " as a key", "keys are strings or enums", null));
            }
            members.put(name, json(entry.getValue(), at + "." + name, member(type, name)));
        }
        return new Json.Obj(members);
    }

    private static @Nullable Type member(@Nullable Type type, String name) {
        Types.Member member = type == null ? null : Types.member(type, name);
        return member == null ? null : member.type();
    }

    private Json record(Record record, String at, @Nullable Type type) throws NoJson {
        Type.Obj object = type == null ? null : Branch.of(record.getClass(), type);
        List<String> names = object == null
                ? List.of()
                : object.fields().stream().map(Type.Obj.Field::name).toList();
        Map<String, Json> members = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String found = Spelling.find(component.getName(), component, names);
            String name = found == null ? Spelling.plain(component.getName(), component) : found;
            Type.Obj.Field field = object == null ? null : object.field(name);
            Object value = Components.get(record, component, at + "." + component.getName());
            boolean absent = Optionals.content(value) == null
                    && (field == null ? value != null : field.optional() && !Types.acceptsNull(field.type()));
            if (!absent) {
                members.put(name, json(value, at + "." + component.getName(), field == null ? null : field.type()));
            }
        }
        if (object != null) {
            for (Type.Obj.Field field : object.fields()) {
                Json only = Branch.only(field);
                if (only != null) {
                    members.putIfAbsent(field.name(), only);
                }
            }
        }
        return new Json.Obj(members);
    }
}
