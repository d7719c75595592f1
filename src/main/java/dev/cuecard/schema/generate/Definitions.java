package dev.cuecard.schema.generate;

import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of {@code $defs}: a type's own name, numbered from the second type of that name on. */
final class Definitions {

    private final Map<Object, String> keys = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Deque<Type> waiting = new ArrayDeque<>();

    /** The reference to a declared type; the first time it is asked for, its definition is owed. */
    String refTo(Type.Named named) {
        return "#/$defs/" + fragment(key(named.declared(), named.declared().name(), named));
    }

    /** The reference to a schema file, likewise. */
    String refTo(Type.External external) {
        return "#/$defs/"
                + fragment(key(new File(external), stem(external.source().name()), external));
    }

    /** A file is the same wherever it is named, if it says the same. */
    private record File(String name, Object schema) {
        File(Type.External external) {
            this(external.source().name(), external.schema());
        }
    }

    /** The next type whose definition is owed, or null. */
    @Nullable
    Type next() {
        return waiting.poll();
    }

    /** The key of a type that was referred to. */
    String keyOf(Type type) {
        Object owner = type instanceof Type.Named named ? named.declared() : new File((Type.External) type);
        String key = keys.get(owner);
        if (key == null) {
            throw new IllegalArgumentException("nothing refers to " + Types.show(type));
        }
        return key;
    }

    private String key(Object owner, String name, Type type) {
        String known = keys.get(owner);
        if (known != null) {
            return known;
        }
        String key = name;
        for (int n = 2; !taken.add(key); n++) {
            key = name + "_" + n;
        }
        keys.put(owner, key);
        waiting.add(type);
        return key;
    }

    /** The file's name without folders and ending. */
    private static String stem(String path) {
        String name = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^\\p{L}0-9_-]", "_");
        return stem.isEmpty() ? "schema" : stem;
    }

    /** A key as a URI fragment takes it. */
    private static String fragment(String key) {
        StringBuilder out = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
