package dev.cuecard.check.value;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.names.NameErrors;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes of values that do not fit, or may not be there. */
public final class ValueErrors {

    private ValueErrors() {}

    /** A value that may be missing or null where one has to be there. */
    public static Diagnostic mayLack(Expression expression, Typed typed) {
        String what = Quoted.of(expression.span().text());
        String how = !typed.missing() ? "null" : typed.isNullable() ? "missing or null" : "missing";
        Diagnostic.Builder lacks =
                error(Code.P221, what + " may be " + how, expression.span(), "may be " + how + " here");
        return lacks.help(remedy(expression, typed)).done();
    }

    private static @Nullable String remedy(Expression expression, Typed typed) {
        String text = expression.span().text();
        if (text.indexOf('\n') >= 0 || text.length() > Quoted.LONGEST / 2) {
            return null;
        }
        Type present = typed.present().type();
        // A number is no condition.
        String test = Types.isOnly(present, Kind.NUMBER) ? text + " != null" : text;
        return "test it first (`if " + test + "`), or give it a default: `" + text + " ?? " + fallback(present) + "`";
    }

    private static String fallback(Type type) {
        if (Types.isOnly(type, Kind.STRING)) {
            return "\"\"";
        } else if (Types.isOnly(type, Kind.NUMBER)) {
            return "0";
        } else if (Types.isOnly(type, Kind.BOOLEAN)) {
            return "false";
        }
        return Types.isOnly(type, Kind.LIST) ? "[]" : "…";
    }

    /** A value that does not fit the type wanted of it; {@code where} says where that is. */
    public static Diagnostic mismatch(Span at, Typed got, Type wanted, String where) {
        Diagnostic.Builder wrong = error(
                Code.P222,
                "expected " + Quoted.of(Types.show(wanted)) + " as " + where + ", got " + Shown.value(got),
                at,
                Shown.label(got));
        return wrong.help(near(got, wanted)).done();
    }

    /** A value that is of another kind than {@code wanted} says. */
    public static Diagnostic expected(Span at, String wanted, Typed got) {
        return error(Code.P222, "expected " + wanted + ", got " + Shown.value(got), at, Shown.label(got))
                .done();
    }

    /** Something that has to be known before the run, but is not written out. */
    public static Diagnostic notLiteral(Span at, String what) {
        return error(Code.P226, what + " has to be written out", at, "not a literal")
                .done();
    }

    /** The help that names the string of a type that is nearest to a known one, or null. */
    public static @Nullable String near(Typed got, Type among) {
        String text = got.string();
        String near = text == null ? null : Nearest.of(text, Shown.strings(among));
        return near == null ? null : "did you mean `\"" + near + "\"`?";
    }

    static Diagnostic noSuchField(Name key, Type.Obj wanted, String where) {
        List<String> known = Types.fieldNames(wanted);
        Diagnostic.Builder unknown = error(
                Code.P204,
                where + " has no field " + Quoted.of(key.text()),
                key.span(),
                "not a field of " + Quoted.of(Types.show(wanted)));
        fieldHere(unknown, key.text(), known, wanted);
        return unknown.help(NameErrors.near(key.text(), known)).done();
    }

    static Diagnostic missingFields(Span at, List<Type.Obj.Field> missing, String where) {
        List<String> names = missing.stream().map(Type.Obj.Field::name).toList();
        String fields = missing.size() == 1 ? "the field " : "the fields ";
        Diagnostic.Builder lacks =
                error(Code.P222, where + " lacks " + fields + Quoted.and(names), at, "lacks " + Quoted.and(names));
        for (Type.Obj.Field field : missing) {
            if (field.origin() != null) {
                lacks.and(field.origin(), "required by this declaration");
            }
        }
        return lacks.done();
    }

    /** Shows where the nearest field is declared. */
    public static void fieldHere(Diagnostic.Builder unknown, String name, List<String> known, Type type) {
        String near = Nearest.of(name, known);
        Type.Obj.Field field =
                near != null && Types.unfold(type) instanceof Type.Obj object ? object.field(near) : null;
        if (field != null && field.origin() != null) {
            unknown.and(field.origin(), Quoted.of(field.name()) + " is declared here");
        }
    }
}
