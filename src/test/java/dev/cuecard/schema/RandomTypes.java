package dev.cuecard.schema;

import static dev.cuecard.schema.Make.format;
import static dev.cuecard.schema.Make.integer;
import static dev.cuecard.schema.Make.list;
import static dev.cuecard.schema.Make.literals;
import static dev.cuecard.schema.Make.map;
import static dev.cuecard.schema.Make.named;
import static dev.cuecard.schema.Make.nullable;
import static dev.cuecard.schema.Make.number;
import static dev.cuecard.schema.Make.text;
import static dev.cuecard.schema.Make.union;
import static dev.cuecard.schema.Make.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Types and values that fit them, from a seed. */
public final class RandomTypes {

    private final Random random;
    private final boolean strict;
    private final List<Type.Declared> declared = new ArrayList<>();

    /** With {@code strict} only types that structured outputs can send. */
    public RandomTypes(long seed, boolean strict) {
        this.random = new Random(seed);
        this.strict = strict;
    }

    /** An object with some fields. */
    public Type.Obj root() {
        Type.Declared tree = new Type.Declared("Tree", random.nextBoolean() ? "A tree." : null, null);
        declared.add(tree);
        declared.add(named("Label", literals("a", "b", "c")).declared());
        declared.add(named("Name", text(1, 20)).declared());
        tree.means(new Type.Obj(
                List.of(
                        Make.field("name", scalar(), false, null),
                        Make.field("children", list(use(tree), null, 3), false, null),
                        Make.field("next", use(tree), true, "What follows.")),
                false,
                null));
        return object(3, "");
    }

    private Type.Obj object(int depth, String tag) {
        List<Type.Obj.Field> fields = new ArrayList<>();
        if (!tag.isEmpty()) {
            fields.add(Make.field("kind", literals(tag), false, null));
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            boolean optional = random.nextInt(3) == 0;
            Type type = type(depth - 1);
            boolean ambiguous = optional && Types.acceptsNull(type);
            String doc = random.nextInt(3) == 0 ? "About " + i + "." : null;
            fields.add(
                    Make.field(random.nextInt(9) == 0 ? "f/" + i + "~" : "f" + i, type, optional && !ambiguous, doc));
        }
        boolean open = !strict && random.nextInt(4) == 0;
        return new Type.Obj(List.copyOf(fields), open, null);
    }

    private Type type(int depth) {
        int kind = random.nextInt(depth <= 0 ? 4 : 10);
        return switch (kind) {
            case 4 -> object(depth, "");
            case 5 -> list(type(depth - 1), random.nextBoolean() ? 1 : null, random.nextBoolean() ? 3 : null);
            case 6 -> orNull(type(depth - 1));
            case 7 -> union(object(depth, "x"), object(depth, "y"));
            case 8 -> union(list(type(depth - 1)), scalar());
            case 9 -> strict ? scalar() : map(type(depth - 1));
            case 3 -> use(declared.get(random.nextInt(declared.size())));
            default -> scalar();
        };
    }

    private static Type orNull(Type type) {
        return Types.acceptsNull(type) ? type : nullable(type);
    }

    private Type scalar() {
        return switch (random.nextInt(11)) {
            case 0 -> text(null, null);
            case 1 -> text(2, 9);
            case 2 -> text(null, null, "^[A-Z]+$");
            case 3 -> integer("1..5");
            case 4 -> number("0<..<1");
            case 5 -> Types.BOOLEAN;
            case 6 -> literals("p", "q");
            case 7 -> literals("r", 7, true);
            case 8 -> literals("only");
            default -> format(List.of(Type.Format.Kind.values()).get(random.nextInt(Type.Format.Kind.values().length)));
        };
    }
}
