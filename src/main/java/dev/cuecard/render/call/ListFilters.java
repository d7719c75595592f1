package dev.cuecard.render.call;

import dev.cuecard.data.Json;
import dev.cuecard.render.value.Comparison;
import dev.cuecard.render.value.EvalErrors;
import dev.cuecard.render.value.Parts;
import dev.cuecard.render.value.Stop;
import dev.cuecard.render.value.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters on lists and objects. */
final class ListFilters {

    private ListFilters() {}

    static @Nullable Json call(Args args) {
        return switch (args.builtin()) {
            case LENGTH -> Json.of(length(args));
            case FIRST -> end(args, 0);
            case LAST -> end(args, -1);
            case SORT -> sort(args);
            case UNIQUE -> unique(args);
            case REVERSE -> reverse(args);
            case KEYS ->
                Json.array(
                        object(args).members().keySet().stream().map(Json::of).toList());
            case VALUES -> Json.array(List.copyOf(object(args).members().values()));
            case MAP -> map(args);
            case WHERE -> where(args);
            default -> throw new IllegalArgumentException(args.builtin().word());
        };
    }

    private static List<Json> items(Args args) {
        List<Json> items = args.list(0);
        args.meter().spend(items.size(), args.span());
        return items;
    }

    private static Json.Obj object(Args args) {
        Json value = args.value(0);
        if (value instanceof Json.Obj object) {
            args.meter().spend(object.members().size(), args.span());
            return object;
        }
        throw new Stop(EvalErrors.wrongKind(args.at(0), "an object", value));
    }

    private static long length(Args args) {
        Json value = args.value(0);
        if (value instanceof Json.Arr list) {
            return list.items().size();
        } else if (value instanceof Json.Obj object) {
            return object.members().size();
        } else if (value instanceof Json.Str text) {
            return Texts.length(text.value());
        }
        throw new Stop(EvalErrors.wrongKind(args.at(0), "a list, an object or a string", value));
    }

    private static @Nullable Json end(Args args, int index) {
        return Parts.index(args.value(0), args.at(0), Json.of(index), args.span());
    }

    private static Json reverse(Args args) {
        Json value = args.value(0);
        if (value instanceof Json.Str text) {
            List<String> points = new ArrayList<>(Texts.split(text.value(), ""));
            Collections.reverse(points);
            return Json.of(String.join("", points));
        }
        List<Json> items = new ArrayList<>(items(args));
        Collections.reverse(items);
        return Json.array(items);
    }

    private static Json sort(Args args) {
        record Keyed(Json key, Json item) {}
        List<Keyed> keyed = new ArrayList<>();
        String field = args.has(1) ? args.text(1) : null;
        for (Json item : items(args)) {
            Json key = field == null ? item : Parts.field(item, field, args.at(0));
            if (key == null) {
                throw new Stop(EvalErrors.lacksField(args.at(1), String.valueOf(field)));
            }
            keyed.add(new Keyed(key, item));
        }
        Comparison comparison = new Comparison(args.meter(), args.at(0));
        keyed.sort((a, b) -> comparison.order(a.key(), b.key()));
        return Json.array(keyed.stream().map(Keyed::item).toList());
    }

    private static Json unique(Args args) {
        Comparison comparison = new Comparison(args.meter(), args.span());
        Set<Json> seen = new HashSet<>();
        return Json.array(items(args).stream()
                .filter(item -> seen.add(comparison.canonical(item)))
                .toList());
    }

    private static Json map(Args args) {
        String field = args.text(1);
        List<Json> results = new ArrayList<>();
        for (Json item : items(args)) {
            Json result = Parts.field(item, field, args.at(0));
            results.add(result == null ? Json.nil() : result);
        }
        return Json.array(results);
    }

    private static Json where(Args args) {
        String field = args.text(1);
        Json wanted = args.value(2, Json.nil());
        Comparison comparison = new Comparison(args.meter(), args.span());
        return Json.array(items(args).stream()
                .filter(item -> comparison.same(Parts.field(item, field, args.at(0)), wanted))
                .toList());
    }
}
