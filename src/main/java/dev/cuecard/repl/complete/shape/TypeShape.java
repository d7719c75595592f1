package dev.cuecard.repl.complete.shape;

import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of a checked type. */
public record TypeShape(Type type) implements Shape {

    @Override
    public String shown() {
        return Types.show(type);
    }

    @Override
    public List<Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Type branch : branches(type)) {
            if (branch instanceof Type.Obj object) {
                for (Type.Obj.Field field : object.fields()) {
                    String doc = field.doc() == null ? "" : field.doc();
                    fields.putIfAbsent(
                            field.name(), new Field(field.name(), field.optional(), doc, new TypeShape(field.type())));
                }
            }
        }
        return List.copyOf(fields.values());
    }

    @Override
    public @Nullable Shape item() {
        Type item = Types.item(type);
        return item == null ? null : new TypeShape(item);
    }

    @Override
    public List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (Type branch : branches(type)) {
            if (branch instanceof Type.Literals all) {
                all.values().forEach(value -> literals.add(value.value().toString()));
            } else if (branch instanceof Type.Bool) {
                literals.addAll(List.of("true", "false"));
            } else if (!(branch instanceof Type.Null)) {
                return List.of();
            }
        }
        return literals;
    }

    /** What the type is one of, names replaced by their meaning; bounded, since a type may speak of itself. */
    private static List<Type> branches(Type type) {
        List<Type> branches = new ArrayList<>();
        collect(type, branches, 0);
        return branches;
    }

    private static void collect(Type type, List<Type> into, int depth) {
        Type meaning = Types.unfold(type);
        if (depth > 20) {
            return;
        } else if (meaning instanceof Type.Nullish nullish) {
            collect(nullish.type(), into, depth + 1);
        } else if (meaning instanceof Type.Union union) {
            union.members().forEach(member -> collect(member.type(), into, depth + 1));
        } else {
            into.add(meaning);
        }
    }
}
