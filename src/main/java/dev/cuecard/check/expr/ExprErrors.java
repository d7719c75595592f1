package dev.cuecard.check.expr;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.value.Shown;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The mistakes of expressions and texts. */
final class ExprErrors {

    /** The words of the language that stand where a variable can. */
    private static final List<String> WORDS = List.of("null", "true", "false", "else");

    private ExprErrors() {}

    static Diagnostic unknownVariable(Name name, Scope scope) {
        String label =
                scope.lookup().unit().header() == null ? "not declared in this file" : "not declared in this prompt";
        Diagnostic.Builder unknown = error(Code.P201, "unknown variable " + Quoted.of(name.text()), name.span(), label);
        Entry.OfInput hidden = scope.hiddenInput(name.text());
        if (hidden != null) {
            return unknown.and(hidden.name().span(), "an input of the prompt")
                    .note("a template sees its parameters, and the lets and templates of its file, but no inputs")
                    .help("add a parameter, and pass " + Quoted.of(name.text()) + " to it")
                    .done();
        }
        String near = Nearest.of(name.text(), scope.variables());
        Span place = near == null ? null : scope.lookup().unit().place(near);
        if (near != null && place != null) {
            unknown.and(place, Quoted.of(near) + " is declared here");
        }
        if (near == null) {
            String habit = habit(name.text());
            return unknown.help(habit == null ? NameErrors.near(name.text(), WORDS) : habit)
                    .done();
        }
        return unknown.help("did you mean " + Quoted.of(near) + "?").done();
    }

    private static @Nullable String habit(String name) {
        return switch (name) {
            case "True", "False" -> "write " + Quoted.of(name.toLowerCase(Locale.ROOT));
            case "None", "nil", "undefined" -> "write `null`";
            case "endif", "endfor", "endeach" -> "write `{{ end }}`";
            default -> null;
        };
    }

    static Diagnostic unknownField(Name name, Expression target, Type type) {
        List<String> known = Types.fieldNames(type);
        Diagnostic.Builder unknown = error(
                Code.P204,
                Quoted.of(target.span().text()) + " has no field " + Quoted.of(name.text()),
                name.span(),
                "not a field");
        if (known.isEmpty()) {
            return unknown.note("it is " + Shown.kinds(type)).done();
        }
        ValueErrors.fieldHere(unknown, name.text(), known, type);
        String help = NameErrors.near(name.text(), known);
        if (help == null) {
            unknown.note("it has " + Quoted.choices(name.text(), known));
        }
        return unknown.help(help).done();
    }

    static Diagnostic unknownKey(Span at, String key, Type type) {
        List<String> known = Types.fieldNames(type);
        return error(Code.P204, "the object has no field " + Quoted.of(key), at, "not a field")
                .note("it has " + Quoted.choices(key, known))
                .help(NameErrors.near(key, known))
                .done();
    }

    static Diagnostic operands(Expression.Binary binary, Typed left, Typed right, String wanted) {
        return error(
                        Code.P222,
                        Quoted.of(binary.operator().sign()) + " takes " + wanted + ", got " + Shown.value(left)
                                + " and " + Shown.value(right),
                        binary.sign(),
                        "takes " + wanted)
                .and(binary.left().span(), Shown.label(left))
                .and(binary.right().span(), Shown.label(right))
                .done();
    }

    static Diagnostic zero(Expression.Binary binary) {
        return error(Code.P222, "the divisor is zero", binary.right().span(), "zero")
                .done();
    }

    static Diagnostic numberAsCondition(Expression condition, Typed typed) {
        String text = condition.span().text();
        return error(
                        Code.P223,
                        "a number cannot be a condition: " + Quoted.of(text),
                        condition.span(),
                        Shown.label(typed))
                .note("a condition is a boolean, or a text, list or object that is tested for presence")
                .help(
                        text.indexOf('\n') >= 0
                                ? null
                                : "compare it: `" + Quoted.cut(text) + (typed.lacks() ? " != null`" : " > 0`"))
                .done();
    }

    static Diagnostic neverEqual(Expression.Binary binary, Typed left, Typed right) {
        return never(binary, left, left.type(), right, right.type(), "never equal")
                .help(literalHelp(left, right))
                .done();
    }

    private static @Nullable String literalHelp(Typed left, Typed right) {
        return left.string() == null ? ValueErrors.near(right, left.type()) : ValueErrors.near(left, right.type());
    }

    private static Diagnostic.Builder never(
            Expression.Binary binary, Typed left, Type leftType, Typed right, Type rightType, String never) {
        return error(
                        Code.P224,
                        Shown.value(left) + " and " + Shown.value(right) + " are " + never,
                        binary.sign(),
                        "always " + (binary.operator() == Expression.BinaryOperator.NOT_EQUAL ? "true" : "false"))
                .and(binary.left().span(), Shown.label(leftType))
                .and(binary.right().span(), Shown.label(rightType));
    }

    static Diagnostic neverIn(Expression.Binary binary, Typed left, Type item) {
        return error(
                        Code.P224,
                        Shown.value(left) + " is never an item of " + Quoted.of(Types.show(Types.listOf(item))),
                        binary.sign(),
                        "always false")
                .and(binary.left().span(), Shown.label(left))
                .help(ValueErrors.near(left, item))
                .done();
    }

    static Diagnostic noTurn(Path role) {
        return error(
                        Code.P222,
                        "a turn of a conversation has the role `user` or `assistant`, got " + Quoted.of(role.text()),
                        role.span(),
                        "not the role of a turn")
                .done();
    }

    static Diagnostic notPrintable(Span at, Typed typed) {
        return error(Code.P222, "a picture cannot be printed in a text", at, Shown.label(typed))
                .help("make it a part of the message: `user [\"…\", image(photo)]`")
                .done();
    }

    static Diagnostic tagsTooDeep(Span tag, int most) {
        return error(Code.P230, "tags are nested too deeply", tag, "one more than may be open")
                .note("at most " + most + " may be open at once")
                .done();
    }
}
