package dev.cuecard.check.prompt;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedTest;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.Unit;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Name;
import java.util.List;

/** The mistakes of tests. */
final class TestErrors {

    private TestErrors() {}

    static Diagnostic unknownInput(Name name, List<String> inputs, Unit unit) {
        return NameErrors.unknown(Code.P402, "input", name, inputs, unit);
    }

    static Diagnostic missingInputs(Declaration.Test test, List<CheckedInput> missing) {
        List<String> names = missing.stream().map(CheckedInput::name).toList();
        String inputs = missing.size() == 1 ? "a required input: " : missing.size() + " required inputs: ";
        Diagnostic.Builder lacks = error(
                Code.P401,
                "the test misses " + inputs + Quoted.and(names),
                test.name().span(),
                "does not give " + Quoted.and(names));
        missing.forEach(input -> lacks.and(input.origin(), "declared here without a default"));
        return lacks.done();
    }

    static Diagnostic givenTwice(Name again, Span first) {
        return error(Code.P202, Quoted.of(again.text()) + " is given twice", again.span(), "given again here")
                .and(first, "first given here")
                .help("remove one")
                .done();
    }

    static Diagnostic stubOfOther(CheckedTest.Binding stub) {
        return error(Code.P770, "the tool " + Quoted.of(stub.name()) + " is not sent", stub.origin(), "nobody calls it")
                .note("the tools that a file declares are sent, and those that `tools` names")
                .help("send it: `tools " + stub.origin().text() + "`")
                .done();
    }

    static Diagnostic finish(Span at, String word, List<String> known) {
        String near = Nearest.of(word, known);
        return error(Code.P315, "unknown finish reason " + Quoted.of(word), at, "not a finish reason")
                .note("the API knows " + Quoted.list(known))
                .help(near == null ? null : "did you mean `\"" + near + "\"`?")
                .done();
    }

    static Diagnostic twoReplies(Span at, Span first) {
        return error(Code.P315, "a test has one reply", at, "a second one")
                .and(first, "the first one")
                .done();
    }

    static Diagnostic recover(Name mode) {
        return error(Code.P315, "unknown recovery " + Quoted.of(mode.text()), mode.span(), "not a recovery")
                .note("it is `all` or `none`")
                .done();
    }

    static Diagnostic recoverTwice(Span at, Span first) {
        return error(Code.P202, "`recover` is set twice", at, "set again here")
                .and(first, "first set here")
                .help("remove one")
                .done();
    }

    static Diagnostic number(Span at, String rule) {
        return error(Code.P315, rule, at, "not such a number").done();
    }

    static Diagnostic passAndRate(Span rate, Span pass) {
        return error(Code.P315, "`pass` counts and `rate` judges: a test has one of them", rate, "judges")
                .and(pass, "counts")
                .done();
    }

    static Diagnostic sameName(Span at, Span first, String name) {
        return error(Code.P202, "the test " + Quoted.of(name) + " is declared twice", at, "declared again here")
                .and(first, "first declared here")
                .help("rename one")
                .done();
    }
}
