package dev.cuecard.check.lint;

import static dev.cuecard.diagnostic.Diagnostic.error;
import static dev.cuecard.diagnostic.Diagnostic.warning;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.PromptFile;
import org.jspecify.annotations.Nullable;

/** What is worth fixing. */
public final class LintErrors {

    private LintErrors() {}

    static Diagnostic unused(Code code, String name, Span place, String label) {
        return warning(code, Quoted.of(name) + " is never used", place, label + ", used nowhere")
                .help("remove it")
                .done();
    }

    static Diagnostic inBraces(Span at, String name, Span declared) {
        return warning(Code.P806, Quoted.of(at.text()) + " is plain text here", at, "prints as it stands")
                .and(declared, "nothing else uses this")
                .help("write `{{ " + inside(at.text(), name) + " }}`")
                .done();
    }

    private static String inside(String braces, String name) {
        String inside = braces.replaceAll("^\\$?\\{|}+$", "").strip();
        return inside.startsWith(name) ? inside : name;
    }

    static Diagnostic jinja(Span at) {
        return warning(Code.P807, Quoted.of(at.text()) + " is plain text here", at, "prints as it stands")
                .note("Jinja has such tags; here all tags stand in `{{ }}`")
                .help(instead(at.text()))
                .done();
    }

    private static @Nullable String instead(String tag) {
        String inside =
                tag.substring(2, tag.length() - 2).replaceAll("^[-+]|[-+]$", "").strip();
        if (inside.startsWith("end")) {
            return "write `{{ end }}`";
        } else if (inside.startsWith("elif ")) {
            return "write `{{ else if " + Quoted.cut(inside.substring(5)) + " }}`";
        }
        return inside.matches("(?s)(if|for|else)\\b.*") ? "write `{{ " + Quoted.cut(inside) + " }}`" : null;
    }

    static Diagnostic triple(Span at) {
        String tag = at.text();
        return warning(Code.P808, Quoted.of(tag) + " prints braces around the value", at, "a tag in plain braces")
                .note("other languages print a value unescaped so; nothing is escaped here")
                .help("write `" + tag.substring(1, tag.length() - 1) + "`")
                .done();
    }

    static Diagnostic hidden(Span at, String code, String name) {
        return error(Code.P809, "the file holds an invisible character: " + code + ", " + name, at, "not to be seen")
                .note("such characters can hide text from a reader that a model reads")
                .help("remove it; in `\"…\"` it can be written as an escape")
                .done();
    }

    static Diagnostic key(Span at) {
        return error(Code.P810, "the file holds an API key", at, "a key, covered here")
                .note("whoever reads the file can use it")
                .help("remove it, have a new one made, and set that in the environment")
                .done();
    }

    static Diagnostic join(Span loop, Span end, String list, String between) {
        Diagnostic.Builder join = warning(Code.P811, "this loop joins the items of a list", loop, "begins here")
                .and(end, "ends here");
        boolean simple = list.matches("[\\p{L}_][\\p{L}\\p{N}_.]*");
        return join.help(simple ? "write `{{ " + list + " | join(" + Json.of(between) + ") }}`" : null)
                .done();
    }

    /** A condition that is always true, or always false. */
    public static Diagnostic always(Span condition, boolean holds, String why) {
        return warning(
                        Code.P805,
                        "a condition that is always " + holds + ": " + Quoted.of(condition.text()),
                        condition,
                        why)
                .done();
    }

    /** A comment that accepts a finding and does not say why. */
    public static Diagnostic acceptWithoutReason(PromptFile.Accept accept) {
        return warning(Code.P821, "a finding is accepted without a reason", accept.span(), "says no reason")
                .help("write why: `// accept " + accept.code().text() + ": …`")
                .done();
    }

    /** A comment that accepts a finding of no known code. */
    public static Diagnostic acceptOfUnknown(PromptFile.Accept accept) {
        return warning(
                        Code.P831,
                        "there is no code " + Quoted.of(accept.code().text()),
                        accept.code().span(),
                        "not a code")
                .note("each finding shows its code: `warning[P319]`")
                .done();
    }

    /** A comment that accepts a finding that there is not. */
    public static Diagnostic acceptOfNothing(PromptFile.Accept accept) {
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
