package dev.cuecard.sim.sample;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Strings in the formats of JSON Schema. */
final class Formats {

    private Formats() {}

    /** A string in that format, or null for a format that is not known here and so not asserted. */
    static @Nullable String text(String format, Dice dice) {
        return switch (format) {
            case "date" -> date(dice);
            case "time" -> time(dice);
            case "date-time" -> date(dice) + "T" + time(dice);
            case "duration" -> dice.pick(List.of("P3D", "PT45M", "P1W", "PT1H30M"));
            case "email", "idn-email" ->
                dice.pick(List.of("ada", "grace", "alan", "barbara"))
                        + dice.pick(List.of("@example.com", "@example.org", "@example.net"));
            case "hostname", "idn-hostname" -> dice.pick(List.of("example.com", "www.example.org", "mail.example.net"));
            case "ipv4" -> "192.0.2." + dice.between(1, 254);
            case "ipv6" -> "2001:db8::" + Integer.toHexString(dice.between(1, 0xffff));
            case "uri", "uri-reference", "iri", "iri-reference" ->
                "https://example.com/" + dice.pick(List.of("report", "notes", "orders", "help")) + "/"
                        + dice.between(1, 999);
            case "uri-template" -> "https://example.com/{item}";
            case "uuid" -> uuid(dice);
            case "json-pointer" -> "/" + Words.key(dice);
            case "relative-json-pointer" -> "1/" + Words.key(dice);
            case "regex" -> "^[a-z]+$";
            default -> null;
        };
    }

    private static String date(Dice dice) {
        return "%04d-%02d-%02d".formatted(dice.between(2024, 2027), dice.between(1, 12), dice.between(1, 28));
    }

    private static String time(Dice dice) {
        return "%02d:%02d:00Z".formatted(dice.between(7, 20), 5 * dice.below(12));
    }

    /** Version 4 by its look. */
    private static String uuid(Dice dice) {
        long high = (dice.bits() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (dice.bits() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
