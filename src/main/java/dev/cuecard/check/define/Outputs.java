package dev.cuecard.check.define;

import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedOutput.Mode;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.types.Sound;
import dev.cuecard.check.types.TypeErrors;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Name;
import java.math.BigDecimal;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Checks the output. */
public final class Outputs {

    private static final int MOST_REASKS = 10;

    private final Checking checking;
    private final Lookup lookup;

    /** Checks outputs of a file. */
    public Outputs(Checking checking, Lookup lookup) {
        this.checking = checking;
        this.lookup = lookup;
    }

    /** The output of a declaration. */
    public CheckedOutput output(Declaration.Output output) {
        Type type = output.type() == null ? null : checking.types(lookup).resolve(output.type());
        Mode mode = mode(output.format(), output.mode());
        if (type != null) {
            Span picture = Pictures.in(type);
            if (picture != null) {
                checking.findings().add(TypeErrors.picture(picture, "an output"));
            } else if (mode == Mode.TEXT && !Given.isUnknown(type) && !isText(type)) {
                checking.findings()
                        .add(OutputErrors.notText(
                                output.type() == null
                                        ? output.head()
                                        : output.type().span(),
                                type));
            }
        }
        boolean wrapped = (mode == Mode.JSON || mode == Mode.STRICT)
                && type != null
                && !Given.isUnknown(type)
                && !Types.isObject(type);
        if (mode == Mode.STRICT && type == null) {
            checking.findings().add(OutputErrors.strictWithoutType(output.head()));
        } else if (mode == Mode.STRICT && type != null && Sound.is(type) && Pictures.in(type) == null) {
            WireErrors.of(Schemas.wire(type, wrapped), output.head()).forEach(checking.findings()::add);
        }
        return new CheckedOutput(mode, type, wrapped, reask(output), output.head());
    }

    /** Whether values of the type are read from text: strings, numbers, truth values. */
    private static boolean isText(Type type) {
        return !Types.acceptsAnything(type)
                && EnumSet.of(Kind.STRING, Kind.NUMBER, Kind.BOOLEAN).containsAll(Kind.of(type));
    }

    /** What {@code shape()} shows of it: the reply as it travels; null when it has no type. */
    public static @Nullable Type shown(CheckedOutput output) {
        Type type = output.type();
        if (type == null || Given.isUnknown(type)) {
            return type;
        }
        return output.wrapped() ? Types.wrapper(type) : type;
    }

    private Mode mode(Name format, @Nullable Name mode) {
        if (format.text().equals("text")) {
            if (mode != null) {
                unknown(mode, "output text", "`output text` has no modes");
            }
            return Mode.TEXT;
        } else if (!format.text().equals("json")) {
            checking.findings().add(OutputErrors.unknownFormat(format));
            return Mode.PLAIN;
        } else if (mode == null) {
            return Mode.JSON;
        } else if (mode.text().equals("strict")) {
            return Mode.STRICT;
        } else if (!mode.text().equals("plain")) {
            unknown(
                    mode,
                    "output json",
                    "`json` alone is JSON mode, `json(strict)` structured outputs, `json(plain)` neither");
        }
        return Mode.PLAIN;
    }

    private void unknown(Name mode, String of, String known) {
        checking.findings().add(DefinitionErrors.unknownMode(mode.span(), mode.text(), of, known));
    }

    private int reask(Declaration.Output output) {
        if (output.reask() == null) {
            return 1;
        }
        BigDecimal number = output.reask().value();
        boolean fits =
                number.stripTrailingZeros().scale() <= 0 && number.compareTo(BigDecimal.valueOf(MOST_REASKS)) <= 0;
        if (!fits) {
            checking.findings().add(OutputErrors.reask(output.reask().span(), MOST_REASKS));
            return 1;
        }
        return number.intValueExact();
    }
}
