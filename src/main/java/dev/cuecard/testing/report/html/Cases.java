package dev.cuecard.testing.report.html;

import dev.cuecard.Result;
import dev.cuecard.chat.Usage;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.output.Envelope;
import dev.cuecard.output.ReplyError;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.Trial;
import dev.cuecard.testing.Verdict;
import dev.cuecard.testing.statistics.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Each test: a line to open, and what came of its runs below it. */
final class Cases {

    /** The page stays below a few of these; what is left out is said to be. */
    private static final int MOST = 6_000_000;

    private static final int RUNS = 20;
    private static final int FINDINGS = 20;
    private static final int REPLY = 20_000;
    private static final int REPLY_THAT_PASSED = 4_000;

    private final Html html;
    private final boolean opensFailed;

    /** @param opensFailed whether those that did not pass are open from the start */
    Cases(Html html, boolean opensFailed) {
        this.html = html;
        this.opensFailed = opensFailed;
    }

    static String id(int number) {
        return "case-" + number;
    }

    void write(CaseResult one, int number) {
        TestCase test = one.test();
        boolean wrong = one.verdict() != Verdict.PASSED && one.verdict() != Verdict.SKIPPED;
        List<String> attributes = new ArrayList<>(List.of(
                "class", "case " + Looks.tone(one.verdict()),
                "id", id(number),
                "data-verdict", one.verdict().word(),
                "data-text", (test.file() + " " + test.name() + " " + model(one)).toLowerCase(Locale.ROOT)));
        if (Sums.asked(one)) {
            BigDecimal cost = one.costUsd();
            attributes.addAll(List.of("data-ms", Long.toString(one.latencyMs())));
            attributes.addAll(List.of("data-usd", cost == null ? "" : cost.toPlainString()));
        }
        if (wrong && opensFailed) {
            attributes.addAll(List.of("open", ""));
        }
        html.open("details", attributes.toArray(String[]::new));
        html.open("summary");
        Looks.badge(html, one.verdict());
        html.element("span", "name", test.name());
        facts(one);
        html.close();
        html.open("div", "class", "body");
        body(one);
        html.close().close().line();
    }

    private void facts(CaseResult one) {
        html.open("span", "class", "facts");
        fact("model", model(one));
        Tally tally = one.tally();
        if (one.planned() > 1) {
            Tally.Interval interval = tally.wilson();
            fact(
                    "runs that passed",
                    String.format(
                            Locale.ROOT,
                            "%d of %d (%.0f–%.0f %%)",
                            tally.passed(),
                            tally.runs(),
                            interval.from() * 100,
                            interval.to() * 100));
        }
        if (one.notJudged() > 0) {
            fact("expectations", one.notJudged() + " not judged");
        }
        if (!one.test().isCanned() && !one.trials().isEmpty()) {
            fact("time of the model", Looks.time(one.latencyMs()));
            fact("cost", Sums.named(Looks.cost(one.costUsd())));
        }
        html.close();
    }

    private void fact(String title, String text) {
        if (!text.isEmpty()) {
            html.open("span", "title", title).text(text).close();
        }
    }

    /** The model that was to answer: of a canned reply none. */
    private static String model(CaseResult one) {
        if (one.test().isCanned()) {
            return "canned reply";
        }
        return one.trials().stream()
                .map(Trial::result)
                .filter(Objects::nonNull)
                .map(result -> result.envelope().requestedModel())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(one.test().model() == null ? "" : one.test().model());
    }

    private void body(CaseResult one) {
        html.open("p", "class", "place");
        html.element(
                        "code",
                        "",
                        one.test().file() + ":" + one.test().test().origin().line())
                .close();
        if (html.length() > MOST && one.verdict() == Verdict.PASSED) {
            html.element("p", "left", "Left out, since the page would be too large; the JSON report has it.");
            return;
        }
        List<Diagnostic> findings = one.allFindings();
        if (html.length() > 2 * MOST) {
            findings.stream()
                    .limit(1)
                    .forEach(finding -> html.open("p").words(finding.message()).close());
            html.element(
                    "p", "left", "The rest is left out, since the page would be too large; the JSON report has it.");
            return;
        }
        Findings.write(html, findings.subList(0, Math.min(FINDINGS, findings.size())));
        if (findings.size() > FINDINGS) {
            html.element("p", "left", "and " + (findings.size() - FINDINGS) + " more findings");
        }
        List<Trial> trials = one.trials();
        int shown = html.length() > MOST ? 0 : Math.min(RUNS, trials.size());
        for (int i = 0; i < shown; i++) {
            Result result = trials.get(i).result();
            if (result != null) {
                run(trials.get(i), result.envelope(), trials.size() > 1 ? i + 1 : 0);
            }
        }
        if (shown < trials.size()) {
            html.element(
                    "p",
                    "left",
                    Looks.count(trials.size() - shown, "run is", "runs are") + " left out; the JSON report has all");
        }
    }

    private void run(Trial trial, Envelope envelope, int number) {
        html.open("section", "class", "run");
        html.open("h4");
        if (number > 0) {
            html.text("Run " + number + " ");
            Looks.badge(html, trial.verdict());
        } else {
            html.text("Reply");
        }
        html.close();
        html.open("p", "class", "facts");
        fact("outcome", envelope.outcome() == null ? "" : envelope.outcome().word());
        fact("the model that answered", envelope.model() == null ? "" : envelope.model());
        if (envelope.simulated()) {
            html.element("span", "simulated", "simulated");
        }
        fact("finish reason", envelope.finishReason() == null ? "" : envelope.finishReason());
        Usage usage = envelope.usage();
        fact(
                "tokens in and out",
                usage == null ? "" : usage.promptTokens() + " + " + usage.completionTokens() + " tokens");
        fact("asks", envelope.attempts().size() > 1 ? envelope.attempts().size() + " asks" : "");
        html.close();
        recoveries(envelope.recoveries());
        reply(envelope, trial.verdict() == Verdict.PASSED ? REPLY_THAT_PASSED : REPLY);
        html.close();
    }

    private void recoveries(List<Recovery> recoveries) {
        if (recoveries.isEmpty()) {
            return;
        }
        html.element("p", "", "Recovered:").open("ul", "class", "notes");
        for (Recovery recovery : recoveries) {
            html.open("li")
                    .element("b", "", recovery.kind().word())
                    .text(": " + recovery.message())
                    .close();
        }
        html.close();
    }

    private void reply(Envelope envelope, int room) {
        if (envelope.reply() == null) {
            html.element("p", "left", "no text");
            return;
        }
        List<Label> labels = new ArrayList<>();
        @Nullable Source source = null;
        for (ReplyError error : envelope.errors()) {
            if (error.inReply() != null
                    && (source == null || source.equals(error.inReply().source()))) {
                source = error.inReply().source();
                labels.add(new Label(error.inReply(), error.message()));
            }
        }
        if (!Marked.whole(html, source == null ? new Source("reply", envelope.reply()) : source, labels, room)) {
            html.element("p", "left", "The rest of the reply is left out; the JSON report has it.");
        }
    }
}
