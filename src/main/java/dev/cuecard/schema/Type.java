package dev.cuecard.schema;

import dev.cuecard.data.Json;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type, its names resolved. Immutable but for {@link Named}, whose meaning is set once, so that types may be
 * recursive. Each knows the text that asked for it, where one did: a value that does not fit is blamed there.
 */
public sealed interface Type {

    /** What a visitor answers for each kind. */
    interface Visitor<R> {
        /** A {@code string}, perhaps with bounds and a pattern. */
        R text(Text type);

        /** A {@code number} or an {@code integer}, perhaps with bounds. */
        R number(Num type);

        /** A {@code boolean}. */
        R bool(Bool type);

        /** {@code null} alone. */
        R nil(Null type);

        /** Any value. */
        R any(Any type);

        /** A string in a format, such as {@code date}. */
        R format(Format type);

        /** One of some literals: {@code "a" | "b"}. */
        R literals(Literals type);

        /** A list: {@code T[]}. */
        R array(Array type);

        /** An object of named fields: <code>{ a: T }</code>. */
        R object(Obj type);

        /** An object of any keys: {@code map<T>}. */
        R map(MapOf type);

        /** A type or null: {@code T?}. */
        R nullable(Nullish type);

        /** One of several types: {@code A | B}. */
        R union(Union type);

        /** The use of a declared type, which may lead back to itself. */
        R named(Named type);

        /** A JSON Schema of the user: {@code schema("file.json")}. */
        R external(External type);

        /** A picture. */
        R image(Image type);
    }

    /** Has the visitor answer. */
    <R> R accept(Visitor<R> visitor);

    /** Where it was written, or null for a type that was inferred. */
    @Nullable
    Span origin();

    /**
     * A string.
     *
     * @param min the least length in code points, or null
     * @param max the greatest, or null
     * @param pattern what a part of it must match, or null
     */
    record Text(
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Regex pattern,
            @Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * A number.
     *
     * @param integer whether it has no fraction
     * @param min the lower bound, or null
     * @param minOpen whether that bound is out
     * @param max the upper bound, or null
     * @param maxOpen whether that bound is out
     */
    record Num(
            boolean integer,
            @Nullable BigDecimal min,
            boolean minOpen,
            @Nullable BigDecimal max,
            boolean maxOpen,
            @Nullable Span origin)
            implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(@Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** {@code null} alone. */
    record Null(@Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nil(this);
        }
    }

    /** Any value. */
    record Any(@Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /** A string in one of the formats. */
    record Format(Kind kind, @Nullable Span origin) implements Type {
        /** The formats, by their names in the language. */
        public enum Kind {
            /** RFC 3339 full-date. */
            DATE("date", "date"),
            /** RFC 3339 full-time. */
            TIME("time", "time"),
            /** RFC 3339 date-time. */
            DATETIME("datetime", "date-time"),
            /** RFC 5321 Mailbox. */
            EMAIL("email", "email"),
            /** RFC 3986 URI. */
            URI("uri", "uri"),
            /** RFC 4122 UUID. */
            UUID("uuid", "uuid");

            private final String word;
            private final String format;

            Kind(String word, String format) {
                this.word = word;
                this.format = format;
            }

            /** The type's name in the language. */
            public String word() {
                return word;
            }

            /** The value of JSON Schema's {@code format}. */
            public String format() {
                return format;
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.format(this);
        }
    }

    /**
     * One of some literals: {@code "a" | "b"}; a single literal too.
     *
     * @param values strings, numbers and truth values, at least one, no two the same
     */
    record Literals(List<Value> values, @Nullable Span origin) implements Type {
        /** A literal and what documents it. */
        public record Value(
                Json value, @Nullable String doc, @Nullable Span origin) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literals(this);
        }
    }

    /** A list; {@code min} and {@code max} bound its length, or are null. */
    record Array(
            Type item,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /** An object; {@code open} when it may have more members than its fields. */
    record Obj(List<Field> fields, boolean open, @Nullable Span origin) implements Type {
        /**
         * A field.
         *
         * @param name its name
         * @param type its type
         * @param optional whether it may be missing
         * @param doc what documents it, or null
         * @param origin where its name is written, or null
         */
        public record Field(
                String name,
                Type type,
                boolean optional,
                @Nullable String doc,
                @Nullable Span origin) {}

        /** The field of that name, or null. */
        public @Nullable Field field(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return field;
                }
            }
            return null;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /** An object of any keys whose values are of one type. */
    record MapOf(Type value, @Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /** A type or null. */
    record Nullish(Type type, @Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nullable(this);
        }
    }

    /** One of several types, at least two, not all of them literals. */
    record Union(List<Member> members, @Nullable Span origin) implements Type {
        /** A branch and what documents it. */
        public record Member(Type type, @Nullable String doc) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /** The use of a declared type; {@code origin} is the place of use. */
    record Named(Declared declared, @Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /** A JSON Schema of the user's own, from a file that {@code source} holds. */
    record External(
            Json schema,
            dev.cuecard.diagnostic.Source source,
            @Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.external(this);
        }
    }

    /** A picture; only of inputs. */
    record Image(@Nullable Span origin) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.image(this);
        }
    }

    /** A declared type: its name, its documentation and, once it is known, its meaning. Equal only to itself. */
    final class Declared {

        private final String name;
        private final @Nullable String doc;
        private final @Nullable Span origin;
        private @Nullable Type type;

        /**
         * @param name its name where it is declared
         * @param doc what documents it, or null
         * @param origin where its name is declared, or null
         */
        public Declared(String name, @Nullable String doc, @Nullable Span origin) {
            this.name = name;
            this.doc = doc;
            this.origin = origin;
        }

        /** Its name where it is declared. */
        public String name() {
            return name;
        }

        /** What documents it, or null. */
        public @Nullable String doc() {
            return doc;
        }

        /** Where its name is declared, or null. */
        public @Nullable Span origin() {
            return origin;
        }

        /** Says, once, what it means. */
        public void means(Type meaning) {
            if (type != null) {
                throw new IllegalStateException(name + " has a meaning already");
            }
            type = meaning;
        }

        /** What it means. */
        public Type type() {
            if (type == null) {
                throw new IllegalStateException(name + " has no meaning yet");
            }
            return type;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
