package dev.cuecard.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: the one kind of value that prompts, requests and replies are made of. Immutable. Numbers keep the
 * digits they were written with; the members of an object keep their order.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public sealed interface Json {

    /** The value {@code null}. */
    record Null() implements Json {
        @Override
        public String toString() {
            return JsonText.compact(this);
        }
    }

    /** A truth value. */
    record Bool(boolean value) implements Json {
        @Override
        public String toString() {
            return JsonText.compact(this);
        }
    }

    /**
     * A number. Equality is that of the digits, so {@code 1} and {@code 1.0} differ here; the language's {@code ==}
     * compares {@link #sameAs}.
     */
    record Num(BigDecimal value) implements Json {
        /** Whether both are the same number, however written. */
        public boolean sameAs(Num other) {
            return value.compareTo(other.value) == 0;
        }

        /** Whether it has no fraction. */
        public boolean isInteger() {
            return value.signum() == 0
                    || value.scale() <= 0
                    || value.stripTrailingZeros().scale() <= 0;
        }

        @Override
        public String toString() {
            return JsonText.compact(this);
        }
    }

    /** A string. */
    record Str(String value) implements Json {
        @Override
        public String toString() {
            return JsonText.compact(this);
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        /** Copies the items. */
        public Arr {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return JsonText.compact(this);
        }
    }

    /** An object; its members keep their order, equality does not look at it. */
    record Obj(Map<String, Json> members) implements Json {
        /** The object without members. */
        public static final Obj EMPTY = new Obj(Map.of());

        /** Copies the members. */
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The member of that name, or null if there is none. */
        public @Nullable Json get(String name) {
            return members.get(name);
        }

        @Override
        public String toString() {
            return JsonText.compact(this);
        }
    }

    /** A truth value. */
    static Bool of(boolean value) {
        return new Bool(value);
    }

    /** The value {@code null}. */
    static Null nil() {
        return new Null();
    }

    /** A string. */
    static Str of(String value) {
        return new Str(value);
    }

    /** An integer. */
    static Num of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    /** A number. */
    static Num of(BigDecimal value) {
        return new Num(value);
    }

    /** An array. */
    static Arr array(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /** Begins an object. */
    static ObjBuilder object() {
        return new ObjBuilder();
    }

    /** The word for the kind of a value, as messages use it: {@code string}, {@code number}, {@code list} … */
    default String kind() {
        if (this instanceof Str) {
            return "string";
        } else if (this instanceof Num) {
            return "number";
        } else if (this instanceof Bool) {
            return "boolean";
        } else if (this instanceof Arr) {
            return "list";
        } else if (this instanceof Obj) {
            return "object";
        }
        return "null";
    }

    /** Collects the members of an object. */
    final class ObjBuilder {

        private final LinkedHashMap<String, Json> members = new LinkedHashMap<>();

        private ObjBuilder() {}

        /** Sets a member; null leaves it out. */
        public ObjBuilder put(String name, @Nullable Json value) {
            if (value != null) {
                members.put(name, value);
            }
            return this;
        }

        /** Sets a string member; null leaves it out. */
        public ObjBuilder put(String name, @Nullable String value) {
            return put(name, value == null ? null : new Str(value));
        }

        /** Sets an integer member. */
        public ObjBuilder put(String name, long value) {
            return put(name, of(value));
        }

        /** Sets a truth member. */
        public ObjBuilder put(String name, boolean value) {
            return put(name, of(value));
        }

        /** Sets an array member of strings. */
        public ObjBuilder putStrings(String name, List<String> values) {
            return put(
                    name,
                    new Arr(new ArrayList<Json>(values.stream().map(Json::of).toList())));
        }

        /** Whether nothing was put. */
        public boolean isEmpty() {
            return members.isEmpty();
        }

        /** The object. */
        public Obj done() {
            return new Obj(members);
        }
    }
}
