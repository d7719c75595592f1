package dev.cuecard.check.types;

import dev.cuecard.check.Findings;
import dev.cuecard.check.names.PlainText;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TypeNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in parentheses after a type. */
final class Restrictions {

    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Findings findings;

    Restrictions(Findings findings) {
        this.findings = findings;
    }

    Type text(Span origin, List<TypeNode.Restriction> restrictions) {
        TypeNode.Range length = null;
        Regex pattern = null;
        for (TypeNode.Restriction restriction : restrictions) {
            if (restriction.range() != null && length == null) {
                length = restriction.range();
            } else if (restriction.pattern() != null && pattern == null) {
                pattern = pattern(restriction.pattern());
            } else {
                wrong(restriction.span(), "`string` takes one length and one pattern", "neither");
            }
        }
        if (length == null || !isSize(length)) {
            return new Type.Text(null, null, pattern, origin);
        }
        return new Type.Text(size(length.min()), size(length.max()), pattern, origin);
    }

    private @Nullable Regex pattern(Expression.Text written) {
        try {
            return Regex.of(PlainText.of(written));
        } catch (Regex.Broken e) {
            findings.add(TypeErrors.restriction(
                    written.span(),
                    "this pattern cannot be used: " + String.valueOf(e.getMessage()),
                    "not a pattern of this language",
                    "patterns take time linear in the text: look-around and back-references are not part of them"));
            return null;
        }
    }

    Type number(Span origin, boolean integer, List<TypeNode.Restriction> restrictions) {
        TypeNode.Range range = null;
        for (TypeNode.Restriction restriction : restrictions) {
            if (restriction.range() != null && range == null) {
                range = restriction.range();
            } else {
                String word = integer ? "`integer`" : "`number`";
                wrong(restriction.span(), word + " takes one range", "not a range");
            }
        }
        if (range == null || !isRange(range, integer)) {
            return new Type.Num(integer, null, false, null, false, origin);
        }
        return new Type.Num(integer, range.min(), range.minOpen(), range.max(), range.maxOpen(), origin);
    }

    private boolean isRange(TypeNode.Range range, boolean integer) {
        BigDecimal min = range.min();
        BigDecimal max = range.max();
        if (min == null && max == null) {
            return wrong(range.span(), "a range has a bound", "no bound");
        } else if (integer && (hasFraction(min) || hasFraction(max))) {
            return wrong(range.span(), "the bounds of an `integer` are integers", "a fraction");
        } else if (min != null && max != null) {
            int order = min.compareTo(max);
            if (order > 0 || (order == 0 && (range.minOpen() || range.maxOpen()))) {
                return wrong(
                        range.span(),
                        "no value is in the range " + Quoted.of(range.span().text()),
                        "empty");
            }
        }
        return true;
    }

    /** Whether a range can be that of a length; says why not. */
    boolean isSize(TypeNode.Range range) {
        if (range.minOpen() || range.maxOpen()) {
            return wrong(range.span(), "the bounds of a length are both in it", "`<` is for numbers");
        } else if (isNoSize(range.min()) || isNoSize(range.max())) {
            return wrong(range.span(), "a length is an integer from 0", "not a length");
        }
        return isRange(range, true);
    }

    private static boolean isNoSize(@Nullable BigDecimal bound) {
        return bound != null && (hasFraction(bound) || bound.signum() < 0 || bound.compareTo(MOST) > 0);
    }

    private static boolean hasFraction(@Nullable BigDecimal bound) {
        return bound != null
                && bound.signum() != 0
                && bound.stripTrailingZeros().scale() > 0;
    }

    static @Nullable Integer size(@Nullable BigDecimal bound) {
        return bound == null ? null : bound.intValueExact();
    }

    private boolean wrong(Span at, String message, String label) {
        findings.add(TypeErrors.restriction(at, message, label, null));
        return false;
    }
}
