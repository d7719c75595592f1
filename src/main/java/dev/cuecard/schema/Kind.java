package dev.cuecard.schema;

import dev.cuecard.data.Json;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of JSON values, by which the operators of the language choose. */
public enum Kind {
    /** A string. */
    STRING("a string"),
    /** A number, with or without a fraction. */
    NUMBER("a number"),
    /** A truth value. */
    BOOLEAN("a boolean"),
    /** The value {@code null}. */
    NULL("`null`"),
    /** A list. */
    LIST("a list"),
    /** An object. */
    OBJECT("an object");

    private final String phrase;

    Kind(String phrase) {
        this.phrase = phrase;
    }

    /** As a message says it: {@code a string}. */
    public String phrase() {
        return phrase;
    }

    /** The kind of a value. */
    public static Kind of(Json value) {
        if (value instanceof Json.Str) {
            return STRING;
        } else if (value instanceof Json.Num) {
            return NUMBER;
        } else if (value instanceof Json.Bool) {
            return BOOLEAN;
        } else if (value instanceof Json.Arr) {
            return LIST;
        } else if (value instanceof Json.Obj) {
            return OBJECT;
        }
        return NULL;
    }

    /** The kinds that values of a type can have: never empty, several for unions, all for {@code any}. */
    public static Set<Kind> of(Type type) {
        return type.accept(new Kinds());
    }

    private static final class Kinds implements Type.Visitor<Set<Kind>> {

        @Override
        public Set<Kind> text(Type.Text type) {
            return EnumSet.of(STRING);
        }

        @Override
        public Set<Kind> number(Type.Num type) {
            return EnumSet.of(NUMBER);
        }

        @Override
        public Set<Kind> bool(Type.Bool type) {
            return EnumSet.of(BOOLEAN);
        }

        @Override
        public Set<Kind> nil(Type.Null type) {
            return EnumSet.of(NULL);
        }

        @Override
        public Set<Kind> any(Type.Any type) {
            return EnumSet.allOf(Kind.class);
        }

        @Override
        public Set<Kind> format(Type.Format type) {
            return EnumSet.of(STRING);
        }

        @Override
        public Set<Kind> literals(Type.Literals type) {
            EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
            type.values().forEach(v -> kinds.add(of(v.value())));
            return kinds;
        }

        @Override
        public Set<Kind> array(Type.Array type) {
            return EnumSet.of(LIST);
        }

        @Override
        public Set<Kind> object(Type.Obj type) {
            return EnumSet.of(OBJECT);
        }

        @Override
        public Set<Kind> map(Type.MapOf type) {
            return EnumSet.of(OBJECT);
        }

        @Override
        public Set<Kind> nullable(Type.Nullish type) {
            EnumSet<Kind> kinds = EnumSet.of(NULL);
            kinds.addAll(type.type().accept(this));
            return kinds;
        }

        @Override
        public Set<Kind> union(Type.Union type) {
            EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
            type.members().forEach(m -> kinds.addAll(m.type().accept(this)));
            return kinds;
        }

        @Override
        public Set<Kind> named(Type.Named type) {
            return Types.meaning(type).accept(this);
        }

        @Override
        public Set<Kind> external(Type.External type) {
            return ExternalSchema.kinds(type.schema());
        }

        @Override
        public Set<Kind> image(Type.Image type) {
            return EnumSet.of(STRING);
        }
    }
}
