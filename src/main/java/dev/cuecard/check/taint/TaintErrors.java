package dev.cuecard.check.taint;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.Expr;
import dev.cuecard.check.taint.Taint.Level;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import java.util.List;

/** The mistakes of text from outside. */
final class TaintErrors {

    private TaintErrors() {}

    static Diagnostic mixed(Span content, Taint taint) {
        Span at = place(content, taint);
        String text = at.text();
        Diagnostic.Builder mixed =
                error(Code.P242, "untrusted text is mixed with other text: " + Quoted.of(text), at, "not told apart");
        path(mixed, at, taint);
        return mixed.note("the model cannot tell where such text ends: it may pass for the prompt's own")
                .help(isName(text) ? "fence it: `{{ " + text + " | fence }}`" : null)
                .done();
    }

    static Diagnostic instructs(Span content, String role, Taint taint) {
        Span at = place(content, taint);
        String text = at.text();
        boolean fenced = taint.level() == Level.FENCED;
        Diagnostic.Builder instructs = error(
                Code.P241,
                "untrusted text in a " + Quoted.of(role) + " message: " + Quoted.of(text),
                at,
                fenced ? "fenced, but nobody vouches for it" : "stands among instructions");
        path(instructs, at, taint);
        String bare =
                text.endsWith("| fence") ? text.substring(0, text.length() - 7).strip() : text;
        return instructs
                .note("instructions hold text from outside only if it is fenced and somebody vouches for it")
                .help(
                        isName(bare)
                                ? "move it to a `user` message, or say why it can be trusted: `{{ " + bare
                                        + " | fence | trusted(\"…\") }}`"
                                : null)
                .done();
    }

    static Diagnostic trustWithoutFence(Expr.Call call, Taint taint) {
        Diagnostic.Builder bare = error(
                Code.P243, "`trusted` vouches for text that is not fenced", call.span(), "no fence around this text");
        path(bare, call.span(), taint);
        return bare.note("even trusted text from outside has to be told apart from the prompt's own")
                .help("fence it first: `| fence | trusted(\"…\")`")
                .done();
    }

    /** The last place of the path that is in the message, else all of its content. */
    private static Span place(Span content, Taint taint) {
        List<Label> path = taint.path();
        Span last = path.get(path.size() - 1).span();
        boolean inside =
                last.source() == content.source() && content.start() <= last.start() && last.end() <= content.end();
        return inside ? last : content;
    }

    private static void path(Diagnostic.Builder finding, Span at, Taint taint) {
        for (Label step : taint.path()) {
            if (!step.span().equals(at)) {
                finding.and(step.span(), step.text());
            }
        }
    }

    private static boolean isName(String text) {
        return text.matches("[\\p{L}_][\\p{L}\\p{N}_.]*");
    }
}
