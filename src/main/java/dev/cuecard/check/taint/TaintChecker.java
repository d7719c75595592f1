package dev.cuecard.check.taint;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Findings;
import dev.cuecard.check.Speaker;
import dev.cuecard.check.Step;
import dev.cuecard.check.Trusted;
import dev.cuecard.check.taint.Taint.Level;
import dev.cuecard.schema.Type;
import java.util.List;
import java.util.function.Function;

/**
 * Whether text from outside stays apart from the prompt's own: alone in its message or its part, or behind a fence; and,
 * where instructions are given, behind a fence that somebody vouches for.
 */
public final class TaintChecker {

    private final TaintTracker tracker;
    private final Findings findings;

    /** Looks at one prompt; {@code types} tells the type of an expression. */
    public TaintChecker(Function<Expr, Type> types, Findings findings) {
        this.tracker = new TaintTracker(types, findings);
        this.findings = findings;
    }

    /** Where somebody vouched for text from outside. */
    public List<Trusted> trusted() {
        return tracker.trusted();
    }

    /** Looks at messages. */
    public void check(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Message message) {
                message(message);
            } else if (step instanceof Step.History history) {
                Taint taint = tracker.of(history.turns());
                if (taint.level() == Level.MIXED) {
                    findings.add(TaintErrors.mixed(history.turns().span(), taint));
                }
            } else if (step instanceof Step.If choice) {
                choice.branches().forEach(branch -> check(branch.body()));
                check(choice.otherwise());
            } else if (step instanceof Step.For loop) {
                tracker.set(loop.item(), tracker.of(loop.list()));
                check(loop.body());
            }
        }
    }

    private void message(Step.Message message) {
        if (message.parts() && message.content() instanceof Expr.ListOf list) {
            list.items().forEach(item -> text(message.speaker().role(), item.value()));
        } else {
            text(message.speaker().role(), message.content());
        }
    }

    private void text(Speaker.Role role, Expr content) {
        Taint taint = tracker.of(content);
        if (!taint.isThere()) {
            return;
        }
        boolean instructs = role == Speaker.Role.SYSTEM || role == Speaker.Role.DEVELOPER;
        if (instructs) {
            findings.add(TaintErrors.instructs(content.span(), role.word(), taint));
        } else if (taint.level() == Level.MIXED) {
            findings.add(TaintErrors.mixed(content.span(), taint));
        }
    }
}
