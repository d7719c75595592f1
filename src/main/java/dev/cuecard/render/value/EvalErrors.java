package dev.cuecard.render.value;

import dev.cuecard.chat.Seconds;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;

/** What only evaluating can find, one method a mistake. */
public final class EvalErrors {

    private EvalErrors() {}

    /** No value where one is needed. */
    public static Diagnostic missing(Span at) {
        return Diagnostic.error(Code.P410, "a value is missing where one is needed", at, "missing with these inputs")
                .help("give it a fallback with `??`, or test it with `if` first")
                .done();
    }

    /** An item without the field that is sorted by. */
    public static Diagnostic lacksField(Span at, String field) {
        return Diagnostic.error(
                        Code.P410, "an item has no field " + Quoted.of(field) + " to sort by", at, "missing in an item")
                .done();
    }

    /** A value of another kind than the one that is needed, as it follows "expected". */
    public static Diagnostic wrongKind(Span at, String expected, Json got) {
        return Diagnostic.error(
                        Code.P411,
                        "expected " + expected + ", got " + article(got.kind()),
                        at,
                        "this is " + article(got.kind()) + " with these inputs")
                .done();
    }

    /** A value that a call cannot take. */
    public static Diagnostic argument(Span at, String what, String expected, String got) {
        return Diagnostic.error(Code.P412, what + " takes " + expected + ", got " + got, at, "this is " + got)
                .done();
    }

    static Diagnostic zeroDivisor(Span at) {
        return Diagnostic.error(Code.P413, "division by zero", at, "this is 0 with these inputs")
                .done();
    }

    /** More numbers than {@code range} gives. */
    public static Diagnostic rangeTooLong(Span at, BigInteger length, int limit) {
        return Diagnostic.error(
                        Code.P414,
                        "`range` gives at most " + grouped(limit) + " numbers",
                        at,
                        "would give " + (length.bitLength() < 63 ? grouped(length.longValue()) : "many more"))
                .done();
    }

    /** A text over the limit. */
    public static Diagnostic textTooLong(Span at, int limit) {
        return Diagnostic.error(
                        Code.P415,
                        "the text is over the limit of " + grouped(limit) + " characters",
                        at,
                        "goes over it here")
                .done();
    }

    static Diagnostic tooMuchWork(Span at, long limit) {
        return Diagnostic.error(
                        Code.P416, "rendering takes over " + grouped(limit) + " steps", at, "the last step was here")
                .note("each expression is a step, each time that it is evaluated")
                .done();
    }

    static Diagnostic tooLong(Span at, Duration limit) {
        return Diagnostic.error(
                        Code.P421, "rendering takes longer than " + Seconds.of(limit), at, "the last step was here")
                .done();
    }

    static Diagnostic tooDeep(Span at, int limit) {
        return Diagnostic.error(
                        Code.P417, "values stand over " + grouped(limit) + " levels deep in each other", at, "here")
                .note("values that are computed from others, calls of templates and lists in lists are levels")
                .done();
    }

    static Diagnostic numberTooLong(Span at, int limit) {
        return Diagnostic.error(
                        Code.P418, "the number has over " + grouped(limit) + " digits", at, "this is the number")
                .done();
    }

    /** An address that no picture can be sent from. */
    public static Diagnostic noPicture(Span at, String shown) {
        return Diagnostic.error(
                        Code.P419,
                        "no picture can be sent from " + Quoted.of(shown),
                        at,
                        "neither an https address nor a data URL of an image")
                .done();
    }

    static String article(String kind) {
        return switch (kind) {
            case "null" -> "null";
            case "object" -> "an object";
            default -> "a " + kind;
        };
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
