package dev.cuecard;

import dev.cuecard.chat.Canonical;
import dev.cuecard.chat.ChatErrors;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Usage;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import dev.cuecard.data.Version;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.Envelope;
import dev.cuecard.output.Outcome;
import dev.cuecard.output.Reading;
import dev.cuecard.output.ReplyError;
import dev.cuecard.output.ToolUse;
import dev.cuecard.render.Omitted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Collects what happens in one run, and makes its result. */
final class ResultMaker {

    private final long start = System.nanoTime();
    private final @Nullable CheckedPrompt prompt;
    private final ModelTable models;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final List<Envelope.Attempt> attempts = new ArrayList<>();
    private final List<ToolUse> toolUses = new ArrayList<>();
    private List<Omitted> omitted = List.of();
    private List<String> rewritten = List.of();
    private @Nullable ChatRequest request;
    private @Nullable String provider;
    private @Nullable ChatReply reply;
    private @Nullable Reading reading;
    private @Nullable String partial;
    private @Nullable Outcome outcome;
    private List<ReplyError> errors = List.of();
    private @Nullable BigDecimal cost = BigDecimal.ZERO;
    private @Nullable Usage usage;
    private boolean usageKnown = true;

    /** Of a run of that prompt; of null, one that ends before it begins, since the prompt has mistakes. */
    ResultMaker(@Nullable CheckedPrompt prompt, ModelTable models) {
        this.prompt = prompt;
        this.models = models;
    }

    void rendered(Rendering rendering) {
        request = rendering.request();
        omitted = rendering.omitted();
        rewritten = rendering.rewritten();
        rendering.findings().forEach(this::note);
    }

    /** Says who is asked. */
    void asked(@Nullable String name) {
        provider = name;
    }

    void note(Diagnostic finding) {
        findings.add(finding);
        if (finding.isError()) {
            errors = plus(errors, new ReplyError("", finding.message(), null, place(finding)));
        }
    }

    /** A reply came; what is wrong with one that is asked for again is told by its successor. */
    void answered(ChatOutcome.Answered answered, Reading read, boolean last) {
        reply = answered.reply();
        attempts.add(new Envelope.Attempt(
                read.outcome(),
                answered.reply().usage(),
                answered.latency().toMillis(),
                answered.reply().requestId(),
                answered.retries()));
        count(answered.reply());
        if (last) {
            findings.addAll(answered.findings());
            read(read);
        }
    }

    /** How often the model was asked so far. */
    int asks() {
        return attempts.size();
    }

    /** The model called tools. */
    void called(List<ToolUse> uses, List<Diagnostic> warnings) {
        toolUses.addAll(uses);
        findings.addAll(warnings);
    }

    void read(Reading read) {
        reading = read;
        outcome = read.outcome();
        errors = read.errors();
        findings.addAll(read.findings());
    }

    void failed(ChatOutcome.Failed failed) {
        Fault.Kind kind = failed.fault().kind();
        if (kind == Fault.Kind.MISCONFIGURED) {
            // As with any mistake in a file, there is no outcome: nothing was asked.
            note(failed.diagnostic());
            return;
        }
        outcome = switch (kind) {
            case CANCELLED -> Outcome.CANCELLED;
            case OVER_BUDGET -> Outcome.OVER_BUDGET;
            default -> Outcome.PROVIDER_ERROR;
        };
        if (kind != Fault.Kind.NOT_SENT && kind != Fault.Kind.OVER_BUDGET) {
            attempts.add(new Envelope.Attempt(
                    outcome, null, failed.latency().toMillis(), failed.fault().requestId(), failed.retries()));
            usageKnown = false;
        }
        // An invalid reply was to be sent back: it is the last one that there is.
        partial = failed.partial() == null && reply != null ? reply.content() : failed.partial();
        note(failed.diagnostic());
    }

    /** It was cancelled before there was anything to ask, or before an invalid reply was sent back. */
    void cancelled() {
        outcome = Outcome.CANCELLED;
        partial = reply == null ? null : reply.content();
        note(ChatErrors.cancelled());
    }

    private void count(ChatReply one) {
        Usage tokens = one.usage();
        if (tokens == null) {
            usageKnown = false;
            return;
        }
        usage = usage == null ? tokens : usage.plus(tokens);
        BigDecimal price = one.simulated() ? BigDecimal.ZERO : price(tokens);
        cost = cost == null || price == null ? null : cost.add(price);
    }

    private @Nullable BigDecimal price(Usage tokens) {
        String model = request == null ? null : request.model();
        ModelFacts facts = model == null ? null : models.find(model);
        return facts == null
                ? null
                : facts.costUsd(tokens.promptTokens(), tokens.cachedTokens(), tokens.completionTokens());
    }

    Result made() {
        boolean known = usageKnown && usage != null;
        Envelope envelope = new Envelope(
                prompt == null ? null : prompt.name(),
                prompt != null && prompt.metadata().get("version") instanceof Json.Str version ? version.value() : null,
                prompt == null ? null : Hashes.of(prompt),
                request == null ? null : Hashes.of(Canonical.text(request.toJson())),
                request == null ? null : request.model(),
                reply == null ? null : reply.model(),
                provider,
                reply != null && reply.simulated(),
                outcome == Outcome.VALID && reading != null ? reading.output() : null,
                outcome,
                errors,
                reading == null ? partial : reading.reply().text(),
                reading == null ? List.of() : reading.recoveries(),
                omitted,
                rewritten,
                reply == null ? null : reply.finishReason(),
                attempts,
                toolUses,
                known ? usage : null,
                known ? cost : null,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                Version.text());
        RunLog.ended(envelope);
        return new Result(envelope, findings);
    }

    private static List<ReplyError> plus(List<ReplyError> errors, ReplyError one) {
        List<ReplyError> more = new ArrayList<>(errors);
        more.add(one);
        return more;
    }

    private static @Nullable Span place(Diagnostic finding) {
        return finding.primary() == null ? null : finding.primary().span();
    }
}
