package dev.cuecard.render;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.eval.Limits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What holds of every value before anything else looks at it: not too long, not too deep, no endless numbers, and texts
 * that can be written as UTF-8. A value may share its parts, so that its size is that of its text.
 */
final class Soundness {

    /** As many as the JSON reader lets in. */
    private static final int DIGITS = 20_000;

    private final String name;
    private final Given given;
    private final @Nullable Span declared;
    private final Limits limits;
    private long size;

    private Soundness(String name, Given given, @Nullable Span declared, Limits limits) {
        this.name = name;
        this.given = given;
        this.declared = declared;
        this.limits = limits;
    }

    /** The first mistake, or null. */
    static @Nullable Diagnostic check(String name, Given given, @Nullable Span declared, Limits limits) {
        return new Soundness(name, given, declared, limits).look(given.value(), JsonPointer.ROOT, 0);
    }

    private @Nullable Diagnostic look(Json value, String pointer, int depth) {
        if (depth > limits.nesting()) {
            return tooLarge("over " + InputErrors.grouped(limits.nesting()) + " levels deep");
        }
        if (value instanceof Json.Str text) {
            return text(text.value(), pointer);
        } else if (value instanceof Json.Num number) {
            return number(number.value());
        } else if (value instanceof Json.Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                Diagnostic found = look(list.items().get(i), JsonPointer.append(pointer, i), depth + 1);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof Json.Obj object) {
            for (var member : object.members().entrySet()) {
                String at = JsonPointer.append(pointer, member.getKey());
                Diagnostic found = text(member.getKey(), at);
                if (found == null) {
                    found = look(member.getValue(), at, depth + 1);
                }
                if (found != null) {
                    return found;
                }
            }
        }
        return grow(2);
    }

    private @Nullable Diagnostic grow(int more) {
        size += more;
        return size <= limits.input()
                ? null
                : tooLarge("over " + InputErrors.grouped(limits.input()) + " characters as JSON");
    }

    private @Nullable Diagnostic text(String text, String pointer) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return InputErrors.halfCharacter(
                            name, String.format("\\u%04x", (int) c), given.place(pointer), declared);
                }
                i++;
            }
        }
        return grow(text.length() + 2);
    }

    private @Nullable Diagnostic number(BigDecimal value) {
        boolean bounded = Math.abs((long) value.scale()) <= DIGITS && value.precision() <= DIGITS;
        return bounded
                ? grow(value.precision())
                : tooLarge("a number of over " + InputErrors.grouped(DIGITS) + " digits");
    }

    private Diagnostic tooLarge(String what) {
        return InputErrors.tooLarge(name, what, given.name(), declared);
    }
}
