package dev.cuecard.check.prompt;

import static dev.cuecard.diagnostic.Diagnostic.warning;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.syntax.PromptFile;

/** What is no mistake, but worth fixing. */
final class LintErrors {

    private LintErrors() {}

    static Diagnostic acceptWithoutReason(PromptFile.Accept accept) {
        return warning(Code.P821, "a finding is accepted without a reason", accept.span(), "says no reason")
                .help("write why: `// accept " + accept.code().text() + ": …`")
                .done();
    }

    static Diagnostic acceptOfUnknown(PromptFile.Accept accept) {
        return warning(
                        Code.P831,
                        "there is no code " + Quoted.of(accept.code().text()),
                        accept.code().span(),
                        "not a code")
                .note("each finding shows its code: `warning[P319]`")
                .done();
    }

    static Diagnostic acceptOfNothing(PromptFile.Accept accept) {
        return warning(
                        Code.P822,
                        "there is no " + Quoted.of(accept.code().text()) + " to accept here",
                        accept.code().span(),
                        "not found in what stands below")
                .note("warnings can be accepted, and that a model has retired (P310)")
                .help("remove the comment")
                .done();
    }
}
