package dev.cuecard.check.expr;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.HostNames;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.NameErrors;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The mistakes of expressions. */
public final class ExprErrors {

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
            String function = habit(name.text());
            return unknown.help(function).done();
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

    static Diagnostic mayLack(Expression expression, Typed typed) {
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
        String fallback = Types.assignable(typed.present().type(), Types.STRING) ? text + " ?? \"\"" : text + " ?? …";
        return "test it first (`if " + text + "`), or give it a default: `" + fallback + "`";
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
        fieldHere(unknown, name.text(), known, type);
        String help = NameErrors.near(name.text(), known);
        if (help == null) {
            unknown.note("it has " + Quoted.choices(name.text(), known));
        }
        return unknown.help(help).done();
    }

    /** Shows where the nearest field is declared. */
    private static void fieldHere(Diagnostic.Builder unknown, String name, List<String> known, Type type) {
        String near = Nearest.of(name, known);
        Type.Obj.Field field =
                near != null && Types.unfold(type) instanceof Type.Obj object ? object.field(near) : null;
        if (field != null && field.origin() != null) {
            unknown.and(field.origin(), Quoted.of(field.name()) + " is declared here");
        }
    }

    static Diagnostic unknownKey(Span at, String key, Type type) {
        List<String> known = Types.fieldNames(type);
        return error(Code.P204, "the object has no field " + Quoted.of(key), at, "not a field")
                .note("it has " + Quoted.choices(key, known))
                .help(NameErrors.near(key, known))
                .done();
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

    static Diagnostic mismatch(Span at, Typed got, Type wanted, String where) {
        Diagnostic.Builder wrong = error(
                Code.P222,
                "expected " + Quoted.of(Types.show(wanted)) + " as " + where + ", got " + Shown.value(got),
                at,
                Shown.label(got));
        String text = got.string();
        if (text != null) {
            String near = Nearest.of(text, Shown.strings(wanted));
            return wrong.help(near == null ? null : "did you mean `\"" + near + "\"`?")
                    .done();
        }
        return wrong.done();
    }

    static Diagnostic expected(Span at, String wanted, Typed got) {
        return error(Code.P222, "expected " + wanted + ", got " + Shown.value(got), at, Shown.label(got))
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
                .help(text.indexOf('\n') >= 0 ? null : "compare it: `" + Quoted.cut(text) + " > 0`")
                .done();
    }

    static Diagnostic neverEqual(Expression.Binary binary, Typed left, Typed right) {
        return never(binary, left, left.type(), right, right.type(), "never equal")
                .help(literalHelp(left, right))
                .done();
    }

    private static @Nullable String literalHelp(Typed left, Typed right) {
        String text = left.string() == null ? right.string() : left.string();
        Type other = left.string() == null ? left.type() : right.type();
        String near = text == null ? null : Nearest.of(text, Shown.strings(other));
        return near == null ? null : "did you mean `\"" + near + "\"`?";
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
                .help(help(left, item))
                .done();
    }

    private static @Nullable String help(Typed got, Type among) {
        String text = got.string();
        String near = text == null ? null : Nearest.of(text, Shown.strings(among));
        return near == null ? null : "did you mean `\"" + near + "\"`?";
    }

    static Diagnostic neverWhere(Expression.Filter filter, Typed value, String field, Type type) {
        return error(
                        Code.P224,
                        "no item has " + Shown.value(value) + " as its " + Quoted.of(field),
                        value.span(),
                        Shown.label(value))
                .note(Quoted.of(field) + " is " + Quoted.of(Types.show(type)))
                .help(help(value, type))
                .done();
    }

    static Diagnostic itemsLack(Span at, String field, Type item) {
        List<String> known = Types.fieldNames(item);
        Diagnostic.Builder lacks =
                error(Code.P204, "the items have no field " + Quoted.of(field), at, "not a field of the items");
        if (known.isEmpty()) {
            return lacks.note("each is " + Shown.kinds(item)).done();
        }
        fieldHere(lacks, field, known, item);
        return lacks.note("they have " + Quoted.choices(field, known))
                .help(NameErrors.near(field, known))
                .done();
    }

    static Diagnostic itemsMayLack(Span at, String field, Type item) {
        return error(Code.P221, Quoted.of(field) + " may be missing in some of the items", at, "may be missing")
                .note("the items are " + Quoted.of(Types.show(item)))
                .done();
    }

    static Diagnostic notSortable(Expression.Filter filter, Type by) {
        return error(
                        Code.P222,
                        "`sort` compares numbers or strings, got " + Quoted.of(Types.show(by)),
                        filter.name().span(),
                        "cannot put these in order")
                .done();
    }

    static Diagnostic itemsNotPrintable(Expression.Filter filter, Type item) {
        return error(
                        Code.P222,
                        Quoted.of(filter.name().text()) + " prints the items, got " + Quoted.of(Types.show(item)),
                        filter.name().span(),
                        "cannot print all items")
                .done();
    }

    static Diagnostic badPattern(Span at, String problem) {
        return error(Code.P213, "this pattern cannot be used: " + problem, at, "not a pattern of this language")
                .note("patterns take time linear in the text: look-around and back-references are not part of them")
                .done();
    }

    static Diagnostic notLiteral(Span at, String what) {
        return error(Code.P226, what + " has to be written out", at, "not a literal")
                .done();
    }

    static Diagnostic unknownFilter(Name name, Scope scope, HostNames host) {
        List<String> known = new ArrayList<>(FilterRule.names());
        known.addAll(host.filters().keySet());
        Diagnostic.Builder unknown =
                error(Code.P205, "unknown filter " + Quoted.of(name.text()), name.span(), "not a filter");
        String near = NameErrors.near(name.text(), known);
        if (near == null && scope.lookup().unit().find(name.text()) instanceof Entry.OfTemplate template) {
            return unknown.and(template.name().span(), "a template is called: `" + name.text() + "(…)`")
                    .done();
        } else if (near == null) {
            String other = otherTools(name.text());
            return (other == null
                            ? unknown.note("filters: " + Quoted.choices(name.text(), known))
                            : unknown.help(other))
                    .done();
        }
        return unknown.help(near).done();
    }

    private static @Nullable String otherTools(String name) {
        return switch (name) {
            case "default", "d" -> "write `x ?? \"…\"`";
            case "tojson", "to_json", "dump" -> "write `json`";
            case "count", "size" -> "write `length`";
            case "strip" -> "write `trim`";
            case "escape", "e" -> "write `xml`";
            case "selectattr" -> "write `where(\"field\", value)`";
            case "safe" -> "leave it out: nothing is escaped";
            default -> null;
        };
    }

    static Diagnostic noTurn(Path role) {
        return error(
                        Code.P222,
                        "a turn of a conversation has the role `user` or `assistant`, got " + Quoted.of(role.text()),
                        role.span(),
                        "not the role of a turn")
                .done();
    }

    static Diagnostic speakerName(Span at, String name) {
        return error(Code.P306, "the API does not take the name " + Quoted.of(name), at, "not a name for a speaker")
                .note("a name has 1 to 64 characters, and no blanks or any of `<`, `|`, `\\`, `/`, `>`")
                .done();
    }

    static Diagnostic notPrintable(Span at, Typed typed) {
        return error(Code.P222, "a picture cannot be printed in a text", at, Shown.label(typed))
                .help("make it a part of the message: `user [\"…\", image(photo)]`")
                .done();
    }

    static Diagnostic unknownParameter(Name name, String what, List<String> known) {
        return NameErrors.unknown(Code.P225, "parameter", name, known);
    }

    static Diagnostic tooMany(Span at, String what, int most) {
        String takes = most == 0 ? "no arguments" : most == 1 ? "1 argument" : most + " arguments";
        return error(Code.P225, what + " takes " + takes, at, "one more than that")
                .done();
    }

    static Diagnostic argumentTwice(Span at, Span first, String name, String what) {
        return error(Code.P225, Quoted.of(name) + " of " + what + " is given twice", at, "given again here")
                .and(first, "first given here")
                .done();
    }

    static Diagnostic tooFew(Span at, String what, List<String> missing) {
        String arguments = missing.size() == 1 ? "the argument " : "the arguments ";
        return error(Code.P225, what + " needs " + arguments + Quoted.and(missing), at, "not given here")
                .done();
    }

    static Diagnostic unknownFunction(Name name, Scope scope, HostNames host) {
        List<String> known = new ArrayList<>(Functions.NAMES);
        known.addAll(host.functions().keySet());
        known.addAll(scope.lookup().unit().namesOf(Entry.OfTemplate.class));
        Diagnostic.Builder unknown =
                error(Code.P206, "unknown function " + Quoted.of(name.text()), name.span(), "not a function");
        if (FilterRule.of(name.text()) != null || host.filters().containsKey(name.text())) {
            return unknown.note(Quoted.of(name.text()) + " is a filter")
                    .help("write `x | " + name.text() + "`")
                    .done();
        }
        NameErrors.declaredHere(unknown, name.text(), known, scope.lookup().unit());
        String near = NameErrors.near(name.text(), known);
        if (near == null) {
            unknown.note("functions and templates: " + Quoted.choices(name.text(), known));
        }
        return unknown.help(near).done();
    }

    static Diagnostic noOutputType(Expression.Call call) {
        return error(
                        Code.P309,
                        Quoted.of(call.callee().text()) + " has no output type to show",
                        call.span(),
                        "shows the type of the output")
                .note("the prompt declares no `output json T`")
                .help("declare the output, or name a type: `" + call.callee().text() + "(T)`")
                .done();
    }

    static Diagnostic rowsWithoutType(Expression.Call call) {
        return error(Code.P225, "`rows` needs the type of a row", call.span(), "no type given")
                .help("write it after the path: `rows(\"cases.jsonl\": Case)`")
                .done();
    }

    static Diagnostic tagsTooDeep(Span tag, int most) {
        return error(Code.P230, "tags are nested too deeply", tag, "one more than may be open")
                .note("at most " + most + " may be open at once")
                .done();
    }
}
