package dev.cuecard.bind;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java type with all that is known of its arguments.
 *
 * @param raw the class
 * @param args its arguments; of an array what it is of; empty for a class without any, or where none are given
 * @param nullable whether it is annotated with a {@code Nullable}, of whatever package
 */
public record JavaType(Class<?> raw, List<JavaType> args, boolean nullable) {

    private static final String NULLABLE = "Nullable";

    /** Copies the list. */
    public JavaType {
        args = List.copyOf(args);
    }

    /** A class without arguments; of an array with what it is of. */
    public static JavaType of(Class<?> raw) {
        return new JavaType(raw, raw.isArray() ? List.of(of(raw.getComponentType())) : List.of(), false);
    }

    /** A type as it is written somewhere. */
    public static JavaType of(AnnotatedType type) {
        return of(type, Map.of());
    }

    /** What a member of this type is, its variables replaced by this type's arguments. */
    public JavaType member(AnnotatedType type, AnnotatedElement declared) {
        Map<TypeVariable<?>, JavaType> known = new HashMap<>();
        TypeVariable<?>[] variables = raw.getTypeParameters();
        for (int i = 0; i < Math.min(variables.length, args.size()); i++) {
            known.put(variables[i], args.get(i));
        }
        JavaType member = of(type, known);
        return isNullable(declared) ? member.orNull() : member;
    }

    /** The same, that may be null. */
    public JavaType orNull() {
        return new JavaType(raw, args, true);
    }

    /** Whether something bears an annotation that says that it may be null. */
    public static boolean isNullable(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(one -> one.annotationType().getSimpleName().equals(NULLABLE));
    }

    private static JavaType of(AnnotatedType type, Map<TypeVariable<?>, JavaType> known) {
        boolean nullable = isNullable(type);
        JavaType found;
        if (type instanceof AnnotatedParameterizedType of) {
            List<JavaType> args = Arrays.stream(of.getAnnotatedActualTypeArguments())
                    .map(arg -> of(arg, known))
                    .toList();
            Class<?> raw = (Class<?>) ((java.lang.reflect.ParameterizedType) of.getType()).getRawType();
            found = new JavaType(raw, args, false);
        } else if (type instanceof AnnotatedArrayType array) {
            JavaType item = of(array.getAnnotatedGenericComponentType(), known);
            found = new JavaType(item.raw().arrayType(), List.of(item), false);
        } else if (type instanceof AnnotatedWildcardType wildcard) {
            found = of(wildcard.getAnnotatedUpperBounds()[0], known);
        } else if (type instanceof AnnotatedTypeVariable variable) {
            JavaType meaning = known.get((TypeVariable<?>) variable.getType());
            // A bound may speak of the variable itself: what it says beyond its class is not needed.
            found = meaning != null ? meaning : of(bound((TypeVariable<?>) variable.getType()));
        } else {
            found = of((Class<?>) type.getType());
        }
        return nullable ? found.orNull() : found;
    }

    private static Class<?> bound(TypeVariable<?> variable) {
        java.lang.reflect.Type bound = variable.getBounds()[0];
        if (bound instanceof java.lang.reflect.ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        return bound instanceof Class<?> raw ? raw : Object.class;
    }

    /** The argument at that index, or any object where none is given. */
    public JavaType arg(int index) {
        return index < args.size() ? args.get(index) : of(Object.class);
    }

    /** As a Java programmer writes it, without packages: {@code Map<String, Review>}. */
    @Override
    public String toString() {
        if (raw.isArray()) {
            return arg(0) + "[]";
        }
        String name = raw.getSimpleName();
        return args.isEmpty()
                ? name
                : name + args.stream().map(JavaType::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
