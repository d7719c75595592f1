package dev.cuecard.bind.encode;

import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.bind.match.Spelling;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java values that are one JSON string, number or boolean. */
final class Words {

    private Words() {}

    /** A constant: the literal of the type that it stands for, else as it is spelled. */
    static Json of(Enum<?> constant, @Nullable Type type) {
        if (type != null && Types.unfold(Types.withoutNull(type)) instanceof Type.Literals literals) {
            String word = Spelling.find(constant.name(), Spelling.field(constant), Spelling.words(literals));
            if (word != null) {
                return Json.of(word);
            }
        }
        return Json.of(Spelling.plain(constant.name(), Spelling.field(constant)));
    }

    /** Any other; null for a value that is none of these. */
    static @Nullable Json of(Object value, String at) throws NoJson {
        if (value instanceof Boolean truth) {
            return Json.of((boolean) truth);
        } else if (value instanceof Number number) {
            return number(number, at);
        } else if (value instanceof TemporalAccessor time) {
            return Json.of(time(time));
        } else if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof UUID
                || value instanceof URI) {
            return Json.of(value.toString());
        }
        return null;
    }

    private static Json number(Number number, String at) throws NoJson {
        if (number instanceof BigDecimal decimal) {
            return Json.of(decimal);
        }
        try {
            // Through the shortest text that names it: for a double not its binary expansion.
            return Json.of(new BigDecimal(number.toString()));
        } catch (NumberFormatException e) {
            throw new NoJson(BindErrors.noJson(at, "`" + number + "`", "JSON has no such number", null));
        }
    }

    /** As RFC 3339 writes it, which always has the seconds. */
    private static String time(TemporalAccessor time) {
        if (time instanceof OffsetDateTime) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        } else if (time instanceof ZonedDateTime zoned) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned.toOffsetDateTime());
        } else if (time instanceof Instant) {
            return DateTimeFormatter.ISO_INSTANT.format(time);
        } else if (time instanceof OffsetTime) {
            return DateTimeFormatter.ISO_OFFSET_TIME.format(time);
        } else if (time instanceof LocalDateTime) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        } else if (time instanceof LocalTime) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        return time.toString();
    }
}
