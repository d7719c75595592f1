package dev.cuecard.bind.match;

import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Java classes that hold strings of a format. */
public final class Scalars {

    private static final Map<Type.Format.Kind, Map<Class<?>, Function<String, Object>>> FORMATS = Map.of(
            Type.Format.Kind.DATE, Map.of(LocalDate.class, LocalDate::parse),
            Type.Format.Kind.TIME, Map.of(OffsetTime.class, text -> OffsetTime.parse(upper(text))),
            Type.Format.Kind.DATETIME,
                    Map.of(
                            OffsetDateTime.class, text -> OffsetDateTime.parse(upper(text)),
                            ZonedDateTime.class, text -> ZonedDateTime.parse(upper(text)),
                            Instant.class,
                                    text -> OffsetDateTime.parse(upper(text)).toInstant()),
            Type.Format.Kind.URI, Map.of(URI.class, URI::create),
            Type.Format.Kind.UUID, Map.of(UUID.class, UUID::fromString));

    private Scalars() {}

    /** RFC 3339 takes small letters and a blank for the T, which the JDK does not. */
    private static String upper(String text) {
        return text.toUpperCase(java.util.Locale.ROOT).replace(' ', 'T');
    }

    /** Reads any text; null when the slot does not hold texts. */
    public static @Nullable Reads text(Slot slot) {
        boolean holds = slot.raw() == String.class || slot.raw() == CharSequence.class;
        return holds ? (value, pointer) -> ((Json.Str) value).value() : null;
    }

    /** Reads a text of a format; null when the slot holds none such. */
    public static @Nullable Reads format(Slot slot, Type.Format.Kind kind) {
        Function<String, Object> parse = FORMATS.getOrDefault(kind, Map.of()).get(slot.raw());
        if (parse == null) {
            return text(slot);
        }
        return (value, pointer) -> {
            try {
                return parse.apply(((Json.Str) value).value());
            } catch (DateTimeException | IllegalArgumentException e) {
                // The 60th second of a leap second, say, or a URI that only RFC 3986 knows.
                throw new Unfit(pointer, slot, "the JDK reads no such " + kind.word());
            }
        };
    }

    /** Whether a class holds texts of another format. */
    public static boolean isOther(Slot slot, Type.Format.Kind kind) {
        return !FORMATS.getOrDefault(kind, Map.of()).containsKey(slot.raw());
    }

    /** Whether a class is one of those that hold texts of some format. */
    public static boolean isOfSomeFormat(Class<?> raw) {
        return FORMATS.values().stream().anyMatch(classes -> classes.containsKey(raw));
    }
}
