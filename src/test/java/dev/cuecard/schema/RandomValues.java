package dev.cuecard.schema;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that fit a type, from a seed; recursive types end soon. */
public final class RandomValues implements Type.Visitor<Json> {

    private final Random random;
    private int depth;

    public RandomValues(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public Json text(Type.Text type) {
        if (type.pattern() != null) {
            return Json.of("ABC".substring(random.nextInt(2)));
        }
        int min = type.min() == null ? 0 : type.min();
        int max = type.max() == null ? min + 9 : type.max();
        return Json.of("é".repeat(min + random.nextInt(max - min + 1)));
    }

    @Override
    public Json number(Type.Num type) {
        if (type.integer()) {
            return Json.of(1 + random.nextInt(5));
        }
        return Json.of(new BigDecimal("0." + (1 + random.nextInt(9))));
    }

    @Override
    public Json bool(Type.Bool type) {
        return Json.of(random.nextBoolean());
    }

    @Override
    public Json nil(Type.Null type) {
        return Json.nil();
    }

    @Override
    public Json any(Type.Any type) {
        return Json.of("any");
    }

    @Override
    public Json format(Type.Format type) {
        return Json.of(
                switch (type.kind()) {
                    case DATE -> "2026-11-24";
                    case TIME -> "14:30:00Z";
                    case DATETIME -> "2026-11-24T14:30:00+01:00";
                    case EMAIL -> "ada@example.com";
                    case URI -> "https://example.com/a?b#c";
                    case UUID -> "123e4567-e89b-12d3-a456-426614174000";
                });
    }

    @Override
    public Json literals(Type.Literals type) {
        return type.values().get(random.nextInt(type.values().size())).value();
    }

    @Override
    public Json array(Type.Array type) {
        int min = type.min() == null ? 0 : type.min();
        int max = type.max() == null ? min + 2 : type.max();
        int size = depth > 6 ? min : min + random.nextInt(max - min + 1);
        List<Json> items = new ArrayList<>();
        depth++;
        for (int i = 0; i < size; i++) {
            items.add(type.item().accept(this));
        }
        depth--;
        return Json.array(items);
    }

    @Override
    public Json object(Type.Obj type) {
        Json.ObjBuilder out = Json.object();
        depth++;
        for (Type.Obj.Field field : type.fields()) {
            if (!field.optional() || (depth <= 6 && random.nextBoolean())) {
                out.put(field.name(), field.type().accept(this));
            }
        }
        depth--;
        return type.open() && random.nextBoolean() ? out.put("more", 1).done() : out.done();
    }

    @Override
    public Json map(Type.MapOf type) {
        return Json.object().put("k", type.value().accept(this)).done();
    }

    @Override
    public Json nullable(Type.Nullish type) {
        return random.nextBoolean() ? Json.nil() : type.type().accept(this);
    }

    @Override
    public Json union(Type.Union type) {
        return type.members().get(random.nextInt(type.members().size())).type().accept(this);
    }

    @Override
    public Json named(Type.Named type) {
        return type.declared().type().accept(this);
    }

    @Override
    public Json external(Type.External type) {
        throw new IllegalArgumentException();
    }

    @Override
    public Json image(Type.Image type) {
        return Json.of("a.png");
    }
}
