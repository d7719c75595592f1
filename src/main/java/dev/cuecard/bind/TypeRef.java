package dev.cuecard.bind;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;

/**
 * A Java type with its arguments, which no class literal can name: {@code new TypeRef<List<Review>>() {}}.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {

    private final AnnotatedType type;

    /**
     * For an anonymous class that names the type.
     *
     * @throws IllegalArgumentException when it names none
     */
    protected TypeRef() {
        if (getClass().getSuperclass() != TypeRef.class
                || !(getClass().getAnnotatedSuperclass() instanceof AnnotatedParameterizedType named)) {
            throw new IllegalArgumentException("write new TypeRef<List<Review>>() {}, with the type in its brackets");
        }
        type = named.getAnnotatedActualTypeArguments()[0];
    }

    /** The type. */
    public final JavaType type() {
        return JavaType.of(type);
    }

    @Override
    public final String toString() {
        return type().toString();
    }
}
