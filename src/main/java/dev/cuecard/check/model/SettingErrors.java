package dev.cuecard.check.model;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.names.NameErrors;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Name;

/** The mistakes of models and their settings. */
final class SettingErrors {

    private SettingErrors() {}

    /** A setting that the API does not have; {@code whole} is all of it. */
    static Diagnostic unknown(Name name, Span whole) {
        String near = NameErrors.near(name.text(), KnownSettings.TYPES.keySet());
        Diagnostic.Builder unknown =
                error(Code.P303, "unknown setting " + Quoted.of(name.text()), name.span(), "not a setting");
        if (near != null) {
            return unknown.help(near).done();
        }
        String text = whole.text();
        String shown = text.indexOf('\n') >= 0 || text.length() > Quoted.LONGEST / 2 ? name.text() + " = …" : text;
        return unknown.note("what a vendor takes besides stands in `extra`, and is sent as it is")
                .help("write `extra { " + shown + " }`")
                .done();
    }

    static Diagnostic ofStatement(Name name, String statement) {
        return error(Code.P304, Quoted.of(name.text()) + " is not a setting", name.span(), "said elsewhere")
                .note(statement)
                .done();
    }

    static Diagnostic group(Name name) {
        return error(Code.P305, Quoted.of(name.text()) + " takes a value, not a group", name.span(), "a group")
                .help("write `" + name.text() + " = { … }`")
                .done();
    }

    static Diagnostic notExtra(Name name) {
        return error(Code.P303, Quoted.of(name.text()) + " is no extra setting", name.span(), "a known setting")
                .help("move it out of `extra`, where it is checked")
                .done();
    }

    static Diagnostic value(Name name, Span at, Json value, Type type) {
        Diagnostic.Builder wrong = error(
                Code.P305,
                "expected " + Quoted.of(Types.show(type)) + " as " + Quoted.of(name.text()) + ", got "
                        + Quoted.of(value.toString()),
                at,
                "not " + Quoted.of(Types.show(type)));
        if (value instanceof Json.Str text && type instanceof Type.Literals literals) {
            String near = Nearest.of(
                    text.value(),
                    literals.values().stream()
                            .map(v -> v.value() instanceof Json.Str s ? s.value() : "")
                            .toList());
            wrong.help(near == null ? null : "did you mean `\"" + near + "\"`?");
        }
        return wrong.done();
    }

    static Diagnostic notLiteral(Span at, String name) {
        return error(Code.P226, "the value of " + Quoted.of(name) + " has to be written out", at, "not a literal")
                .note("the settings of a prompt do not depend on its inputs")
                .done();
    }

    static Diagnostic twice(Name again, Span first, String what) {
        return error(Code.P202, Quoted.of(again.text()) + " is set twice", again.span(), "set again here")
                .and(first, "first set here")
                .help("remove one")
                .done();
    }

    static Diagnostic modelName(Span at) {
        return error(Code.P226, "the name of a model has to be written out", at, "not a name")
                .done();
    }
}
