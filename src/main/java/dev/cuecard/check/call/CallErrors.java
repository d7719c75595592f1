package dev.cuecard.check.call;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.HostNames;
import dev.cuecard.check.builtin.BuiltinNames;
import dev.cuecard.check.builtin.FilterRule;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** The mistakes of calls and of their arguments. */
final class CallErrors {

    private CallErrors() {}

    static Diagnostic unknownFunction(Name name, Scope scope, HostNames host) {
        List<String> known = new ArrayList<>(BuiltinNames.functions());
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

    static Diagnostic unknownParameter(Name name, String what, List<String> known) {
        return NameErrors.unknown(Code.P225, "parameter", name, known);
    }

    static Diagnostic tooMany(Span at, String what, int most) {
        String takes = most == 0 ? "no arguments" : most == 1 ? "1 argument" : most + " arguments";
        return error(Code.P225, what + " takes " + takes, at, "one more than that")
                .done();
    }

    static Diagnostic tooFew(Span at, String what, List<String> missing) {
        String arguments = missing.size() == 1 ? "the argument " : "the arguments ";
        return error(Code.P225, what + " needs " + arguments + Quoted.and(missing), at, "not given here")
                .done();
    }

    static Diagnostic argumentTwice(Span at, Span first, String name, String what) {
        return error(Code.P225, Quoted.of(name) + " of " + what + " is given twice", at, "given again here")
                .and(first, "first given here")
                .done();
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
}
