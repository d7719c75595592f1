package dev.cuecard.output;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.ladder.Fitting;
import dev.cuecard.output.ladder.Ladder;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.output.ladder.Target;
import dev.cuecard.render.Bound;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the replies to one prompt. What they are held to is compiled once. For many threads.
 *
 * <p>The ladder of recoveries: as it is; out of a code fence; out of the text around it; repaired; each tried only when
 * those before gave nothing that fits. A reply that was cut off is never read, however complete it looks.
 */
public final class ReplyReader {

    private static final String STOP = "stop";
    private static final String LENGTH = "length";
    private static final String CONTENT_FILTER = "content_filter";

    private final CheckedPrompt prompt;
    private final Limits limits;
    private final @Nullable Target target;
    private final @Nullable TextTarget textTarget;

    /** Compiles what the replies are held to. */
    public ReplyReader(CheckedPrompt prompt, Limits limits) {
        this.prompt = prompt;
        this.limits = limits;
        CheckedOutput output = prompt.output();
        this.target = output.mode().isJson() ? new Target(output) : null;
        this.textTarget = target != null || output.type() == null ? null : new TextTarget(output.type());
    }

    /**
     * Reads a reply.
     *
     * @param reply what the model answered
     * @param name what a person calls its text: {@code reply from gpt-4o-mini}, or a file
     * @param bound the inputs, of which the conditions speak
     * @param recover whether a reply is read that is not as it ought to be
     */
    public Reading read(ChatReply reply, String name, Bound bound, boolean recover) {
        String content = reply.content() == null ? "" : reply.content();
        Source text = new Source(name, content);
        boolean cut = LENGTH.equals(reply.finishReason());
        if (reply.refusal() != null && !reply.refusal().isBlank()) {
            Source refusal = new Source(name, reply.refusal());
            return unread(Outcome.REFUSED, refusal, ReplyErrors.refused(refusal));
        } else if (CONTENT_FILTER.equals(reply.finishReason())) {
            return unread(Outcome.BLOCKED, text, ReplyErrors.blocked(text));
        } else if (cut) {
            // What it calls is cut off, too: no tool is called with half of what was meant.
            return unread(Outcome.TRUNCATED, text, ReplyErrors.truncated(text, reply.usage()));
        } else if (!reply.toolCalls().isEmpty()) {
            return unread(Outcome.TOOL_CALLS, text, ReplyErrors.toolCalls(reply.toolCalls()));
        } else if (content.isBlank()) {
            return unread(Outcome.EMPTY, text, ReplyErrors.empty(reply.finishReason()));
        }
        return target == null
                ? text(text, bound)
                : json(target, text, bound, recover, STOP.equals(reply.finishReason()));
    }

    /** Begins an output that grows as its reply arrives; null when that is to be text. */
    public @Nullable PartialOutput partial() {
        return target == null ? null : new PartialOutput(target);
    }

    /** Whether an output satisfies every condition of the prompt, whatever its type. */
    public boolean satisfies(Json output, Bound bound) {
        return Ensures.judge(prompt.ensures(), bound, output, limits).errors().isEmpty();
    }

    private static Reading unread(Outcome outcome, Source text, Diagnostic finding) {
        ReplyError error = new ReplyError("", finding.message(), null, null);
        return new Reading(outcome, null, text, List.of(), List.of(error), List.of(finding));
    }

    private Reading text(Source reply, Bound bound) {
        if (textTarget == null) {
            return judged(Json.of(reply.text()), reply, List.of(), bound);
        }
        Span trimmed = trimmed(reply);
        TextTarget.Read read = textTarget.read(trimmed);
        if (read.violations().isEmpty()) {
            return judged(read.value(), reply, List.of(), bound);
        }
        List<ReplyError> errors = read.violations().stream()
                .map(one -> new ReplyError("", one.expected(), trimmed, one.asked()))
                .toList();
        Violation first = read.violations().get(0);
        return new Reading(
                Outcome.SCHEMA_VIOLATION,
                null,
                reply,
                List.of(),
                errors,
                List.of(ReplyErrors.violation(first, trimmed, null)));
    }

    private static Span trimmed(Source reply) {
        String text = reply.text();
        int start = text.length() - text.stripLeading().length();
        return reply.span(start, text.stripTrailing().length());
    }

    private Reading json(Target wanted, Source reply, Bound bound, boolean recover, boolean finished) {
        Ladder.Result result = new Ladder(reply, wanted, recover, finished).climb();
        if (result instanceof Ladder.Result.Judged judged) {
            return fitting(judged.fitting(), reply, bound);
        } else if (result instanceof Ladder.Result.Several several) {
            Span first = several.first().candidate().place();
            Span second = several.second().candidate().place();
            Diagnostic finding = ReplyErrors.several(first, second);
            return invalid(reply, finding, finding.message(), first, null);
        } else if (result instanceof Ladder.Result.Unanswered unanswered) {
            Diagnostic finding = ReplyErrors.unanswered(unanswered.thinking());
            return invalid(reply, finding, finding.message(), unanswered.thinking(), null);
        }
        Ladder.Result.None none = (Ladder.Result.None) result;
        return invalid(
                reply,
                ReplyErrors.notJson(none.malformed()),
                ReplyErrors.problem(none.malformed()),
                none.malformed().at(),
                none.repaired());
    }

    /** A reply that is no JSON; what would still be wrong with it if it were mended is told too. */
    private static Reading invalid(
            Source reply, Diagnostic finding, String message, Span at, @Nullable Fitting repaired) {
        List<ReplyError> errors = new ArrayList<>(List.of(new ReplyError("", message, at, null)));
        List<Diagnostic> findings = new ArrayList<>(List.of(finding));
        if (repaired != null) {
            Verdicts verdicts = new Verdicts(repaired.candidate(), repaired.violations());
            errors.addAll(verdicts.errors());
            findings.addAll(verdicts.findings());
        }
        return new Reading(Outcome.INVALID_JSON, null, reply, List.of(), errors, findings);
    }

    private Reading fitting(Fitting fitting, Source reply, Bound bound) {
        List<Recovery> recoveries = fitting.candidate().recoveries();
        if (fitting.fits()) {
            return judged(fitting.output(), reply, recoveries, bound);
        }
        Verdicts verdicts = new Verdicts(fitting.candidate(), fitting.violations());
        return new Reading(Outcome.SCHEMA_VIOLATION, null, reply, recoveries, verdicts.errors(), verdicts.findings());
    }

    private Reading judged(Json output, Source reply, List<Recovery> recoveries, Bound bound) {
        Ensures ensures = Ensures.judge(prompt.ensures(), bound, output, limits);
        Outcome outcome = ensures.errors().isEmpty() ? Outcome.VALID : Outcome.ENSURE_FAILED;
        return new Reading(outcome, output, reply, recoveries, ensures.errors(), ensures.findings());
    }
}
