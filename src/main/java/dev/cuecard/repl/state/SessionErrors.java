package dev.cuecard.repl.state;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.Outcome;
import dev.cuecard.schema.validate.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes that only a session knows. */
public final class SessionErrors {

    private SessionErrors() {}

    /** No command begins so. */
    public static Diagnostic unknownCommand(Span at, List<String> commands) {
        String near = Nearest.of(at.text(), commands);
        return error(Code.P901, "unknown command " + Quoted.of(at.text()), at, "not a command")
                .note(near == null ? "`:help` lists the commands" : "any prefix will do that only one command has")
                .help(near == null ? null : "did you mean " + Quoted.of(near) + "?")
                .done();
    }

    /** Several commands begin so. */
    public static Diagnostic ambiguousCommand(Span at, List<String> commands) {
        return error(
                        Code.P902,
                        Quoted.of(at.text()) + " could be " + Quoted.or(commands),
                        at,
                        "the beginning of several commands")
                .help("write more of it")
                .done();
    }

    /** What a command needs is not said. */
    public static Diagnostic argumentMissing(Span at, String usage, String what) {
        return error(Code.P903, Quoted.of(at.text()) + " needs " + what, at, "nothing follows it")
                .help("write `" + usage + "`")
                .done();
    }

    /** Something is said that a command does not take. */
    public static Diagnostic argumentWrong(Span at, String usage, String why) {
        return error(Code.P903, why, at, "not taken here")
                .help("write `" + usage + "`")
                .done();
    }

    /** Something can only be done later, or earlier. */
    public static Diagnostic notNow(Span at, String why, @Nullable String help) {
        return error(Code.P904, why, at, "makes no sense now").help(help).done();
    }

    /** A library is to be run. */
    public static Diagnostic library(Source library) {
        return error(Code.P119, Quoted.path(library.name()) + " declares no prompt")
                .note("a file is a prompt when its first declaration is `prompt NAME`; any other is a library")
                .done();
    }

    /** No test has such a name. */
    public static Diagnostic noSuchTest(Span at, String part, List<String> tests) {
        String near = Nearest.of(part, tests);
        return error(Code.P903, "no test has " + Quoted.of(part) + " in its name", at, "in no test's name")
                .note("the tests: " + Quoted.choices(part, tests))
                .help(near == null ? null : "did you mean " + Quoted.of(near) + "?")
                .done();
    }

    /** An input is needed that has no value. */
    public static Diagnostic noValue(CheckedInput input, Span use) {
        return error(
                        Code.P905,
                        "the input " + Quoted.of(input.name()) + " has no value yet",
                        use,
                        use.text().equals(input.name()) ? "has no value" : "needs " + Quoted.of(input.name()))
                .and(input.origin(), "declared here without a default")
                .help("give it one: `" + input.name() + " = …`")
                .done();
    }

    /** Something speaks of a run, and there was none. */
    public static Diagnostic noRun(Span use, String name) {
        return error(Code.P906, Quoted.of(name) + " speaks of the last run, and there was none", use, "not known yet")
                .help("run the prompt: `:run`")
                .done();
    }

    /** Something speaks of the last run that this one did not give. */
    public static Diagnostic notOfThisRun(Span use, String name, LastRun last) {
        Outcome outcome = last.result().outcome();
        return error(
                        Code.P906,
                        "the last run gave no " + Quoted.of(name) + ": it ended as `"
                                + (outcome == null ? "nothing" : outcome.word()) + "`",
                        use,
                        "not known")
                .done();
    }

    /** An input is to be given what is not there. */
    public static Diagnostic nothing(Span at) {
        return error(Code.P403, "this has no value to give", at, "missing").done();
    }

    /** An input is given what does not fit it. */
    public static Diagnostic unfit(String name, Span at, Json value, Violation violation, @Nullable Span declared) {
        Diagnostic.Builder error = error(
                Code.P403,
                Quoted.of(name) + " does not fit its type"
                        + (violation.pointer().isEmpty() ? "" : " at " + Quoted.of(violation.pointer())),
                at,
                violation.expected());
        Span asked = violation.asked() == null ? declared : violation.asked();
        if (asked != null) {
            error.and(asked, "required by this declaration");
        }
        return error.note("the value: " + Quoted.of(JsonText.compact(value))).done();
    }

    /** A file would be replaced that is not the session's. */
    public static Diagnostic otherFile(Span at, String again) {
        return error(Code.P907, Quoted.path(at.text()) + " exists, and is not this session's file", at, "another file")
                .help("to replace it: `" + again + "`")
                .done();
    }

    /** The file changed on disk, and so did the prompt here. */
    public static Diagnostic changedOnDisk(Span at, String name) {
        return error(
                        Code.P907,
                        Quoted.path(name) + " has changed on disk since it was loaded",
                        at,
                        "would lose that change")
                .note("`:reload` takes what stands there, and what was changed here is lost")
                .help("to replace it: `:save!`")
                .done();
    }
}
