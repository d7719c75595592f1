package dev.cuecard.render.value;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether values are the same, and which comes first. */
public final class Comparison {

    private final Meter meter;
    private final Span at;

    /** Compares for what stands there. */
    public Comparison(Meter meter, Span at) {
        this.meter = meter;
        this.at = at;
    }

    /** Deeply the same; numbers by value, objects whatever the order of their members. Missing is the same as null. */
    public boolean same(@Nullable Json a, @Nullable Json b) {
        return same(a, b, 0);
    }

    private boolean same(@Nullable Json a, @Nullable Json b, int depth) {
        meter.nested(depth, at);
        meter.spend(1, at);
        if (a == null || a instanceof Json.Null) {
            return b == null || b instanceof Json.Null;
        } else if (a == b) {
            return true;
        } else if (a instanceof Json.Num x && b instanceof Json.Num y) {
            return x.sameAs(y);
        } else if (a instanceof Json.Str x && b instanceof Json.Str y) {
            meter.spend(x.value().length() >> 6, at);
            return x.value().equals(y.value());
        } else if (a instanceof Json.Arr x && b instanceof Json.Arr y) {
            return sameItems(x.items(), y.items(), depth + 1);
        } else if (a instanceof Json.Obj x && b instanceof Json.Obj y) {
            return sameMembers(x.members(), y.members(), depth + 1);
        }
        return a.equals(b);
    }

    private boolean sameItems(List<Json> a, List<Json> b, int depth) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i), depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameMembers(Map<String, Json> a, Map<String, Json> b, int depth) {
        if (!a.keySet().equals(b.keySet())) {
            return false;
        }
        for (Map.Entry<String, Json> member : a.entrySet()) {
            if (!same(member.getValue(), b.get(member.getKey()), depth)) {
                return false;
            }
        }
        return true;
    }

    /** The order of numbers, of strings by code point, and of false before true; other pairs have none. */
    public int order(Json a, Json b) {
        meter.spend(1, at);
        if (a instanceof Json.Num x && b instanceof Json.Num y) {
            return x.value().compareTo(y.value());
        } else if (a instanceof Json.Str x && b instanceof Json.Str y) {
            return byCodePoint(x.value(), y.value());
        } else if (a instanceof Json.Bool x && b instanceof Json.Bool y) {
            return Boolean.compare(x.value(), y.value());
        }
        boolean odd = !(a instanceof Json.Num || a instanceof Json.Str || a instanceof Json.Bool);
        throw new Stop(
                odd
                        ? EvalErrors.wrongKind(at, "a number or a string", a)
                        : EvalErrors.wrongKind(at, "a " + a.kind(), b));
    }

    private static int byCodePoint(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates stand for code points above all others of one unit.
                boolean high = Character.isSurrogate(x);
                return high == Character.isSurrogate(y) ? Character.compare(x, y) : high ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** A value that is {@code equals} to that of another exactly when they are the same. */
    public Json canonical(Json value) {
        return canonical(value, 0);
    }

    private Json canonical(Json value, int depth) {
        meter.nested(depth, at);
        meter.spend(8, at); // It makes a value.
        if (value instanceof Json.Num number) {
            return Json.of(number.value().stripTrailingZeros());
        } else if (value instanceof Json.Arr array) {
            List<Json> items = new ArrayList<>();
            array.items().forEach(item -> items.add(canonical(item, depth + 1)));
            return Json.array(items);
        } else if (value instanceof Json.Obj object) {
            Map<String, Json> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, canonical(member, depth + 1)));
            return new Json.Obj(members);
        }
        return value;
    }
}
