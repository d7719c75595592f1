package dev.cuecard.bind.match;

import dev.cuecard.bind.JavaType;
import dev.cuecard.bind.Spelled;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One alternative of a union, and which record of a sealed interface stands for it. */
public final class Branch {

    private Branch() {}

    /** The alternatives of a type: its members, those of unions among them; a type that is no union is its own. */
    public static List<Type> all(Type type) {
        List<Type> all = new ArrayList<>();
        if (Types.unfold(type) instanceof Type.Union union) {
            union.members().forEach(member -> all.addAll(all(member.type())));
        } else {
            all.add(type);
        }
        return all;
    }

    /** The records that a sealed type permits, through sealed types among them; null when one is no record. */
    public static @Nullable List<JavaType> records(Class<?> sealed) {
        List<JavaType> records = new ArrayList<>();
        for (Class<?> one : sealed.getPermittedSubclasses()) {
            List<JavaType> more = one.isRecord() ? List.of(JavaType.of(one)) : one.isSealed() ? records(one) : null;
            if (more == null) {
                return null;
            }
            records.addAll(more);
        }
        return records;
    }

    /** The words that stand for an alternative: the values of its fields that can have but one. */
    public static List<String> words(Type branch) {
        List<String> words = new ArrayList<>();
        if (Types.unfold(branch) instanceof Type.Obj object) {
            for (Type.Obj.Field field : object.fields()) {
                Json only = only(field);
                if (only instanceof Json.Str word) {
                    words.add(word.value());
                }
            }
        }
        return words;
    }

    /** The one value that a field can have, or null. */
    public static @Nullable Json only(Type.Obj.Field field) {
        return !field.optional()
                        && Types.unfold(field.type()) instanceof Type.Literals literals
                        && literals.values().size() == 1
                ? literals.values().get(0).value()
                : null;
    }

    /** The names of the fields that can have but one value: which that is, the record says. */
    public static Set<String> tags(Type.Obj object) {
        Set<String> tags = new LinkedHashSet<>();
        for (Type.Obj.Field field : object.fields()) {
            if (only(field) != null) {
                tags.add(field.name());
            }
        }
        return tags;
    }

    /** The alternative that a record stands for: the one that is called so, or the only object; null without one. */
    public static Type.@Nullable Obj of(Class<?> record, Type type) {
        List<Type> objects = all(Types.acceptsAnything(type) ? type : Types.withoutNull(type)).stream()
                .filter(one -> Types.unfold(one) instanceof Type.Obj)
                .toList();
        Type found = objects.size() == 1
                ? objects.get(0)
                : objects.stream().filter(one -> isOf(record, one)).findFirst().orElse(null);
        return found == null ? null : (Type.Obj) Types.unfold(found);
    }

    /** Whether a record stands for an alternative: by what it is spelled, else by its name. */
    public static boolean isOf(Class<?> record, Type branch) {
        List<String> words = new ArrayList<>(words(branch));
        if (record.isAnnotationPresent(Spelled.class)) {
            return Spelling.find(record.getSimpleName(), record, words) != null;
        }
        if (branch instanceof Type.Named named) {
            words.add(named.declared().name());
        }
        return words.stream().anyMatch(word -> Spelling.find(record.getSimpleName(), record, List.of(word)) != null);
    }
}
