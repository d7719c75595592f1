package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import org.jspecify.annotations.Nullable;

/** A computed value. Its expression is set once, after all names are known. Equal only to itself. */
public final class CheckedLet {

    private final String name;
    private final Span origin;
    private @Nullable Expr value;
    private @Nullable Type type;

    /** A value of that name, declared there. */
    public CheckedLet(String name, Span origin) {
        this.name = name;
        this.origin = origin;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Where its name is declared. */
    public Span origin() {
        return origin;
    }

    /** Says, once, what it is. */
    public void is(Expr expression, Type itsType) {
        if (value != null) {
            throw new IllegalStateException(name + " is known already");
        }
        value = expression;
        type = itsType;
    }

    /** What it is computed by. */
    public Expr value() {
        if (value == null) {
            throw new IllegalStateException(name + " is not known yet");
        }
        return value;
    }

    /** The type of its value. */
    public Type type() {
        if (type == null) {
            throw new IllegalStateException(name + " is not known yet");
        }
        return type;
    }
}
