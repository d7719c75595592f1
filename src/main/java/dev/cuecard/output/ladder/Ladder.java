package dev.cuecard.output.ladder;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rungs, tried in turn: as it is, out of a code fence, out of the text around it, repaired. Where the whole reply is
 * JSON no other is tried, so that nothing is taken out of its strings. A value counts if it fits the type; of several
 * that fit they must all be the same.
 */
public final class Ladder {

    /** JSON in a string in a string: more is no slip of a model. */
    private static final int MOST_STRINGS = 3;

    private final Source reply;
    private final Target target;
    private final boolean recover;
    private final boolean finished;

    /**
     * @param recover whether any rung but the first is tried
     * @param finished whether the model said that there is no more to come
     */
    public Ladder(Source reply, Target target, boolean recover, boolean finished) {
        this.reply = reply;
        this.target = target;
        this.recover = recover;
        this.finished = finished;
    }

    /** What came of it: the best reading, or several that differ, or why there is none. */
    public sealed interface Result {
        /** A value with what is wrong with it, which may be nothing. */
        record Judged(Fitting fitting) implements Result {}

        /** Several values that fit and are not the same. */
        record Several(Fitting first, Fitting second) implements Result {}

        /** No JSON; repaired there would be a value, but it does not fit either. */
        record None(
                JsonReading.Malformed malformed, @Nullable Fitting repaired) implements Result {}

        /** The model's thinking, and no answer after it. */
        record Unanswered(Span thinking) implements Result {}
    }

    /** Goes up as far as it has to. */
    public Result climb() {
        Found whole = new AsItIs().look(reply, 0);
        List<Fitting> asItIs = judge(whole.candidates(), null);
        if (!asItIs.isEmpty()) {
            return new Result.Judged(asItIs.get(0));
        }
        JsonReading.Malformed malformed = Objects.requireNonNull(whole.broken());
        if (!recover) {
            return new Result.None(malformed, null);
        }
        Thinking thinking = Thinking.of(reply);
        return thinking.unfinished() == null
                ? climb(thinking, malformed)
                : new Result.Unanswered(thinking.unfinished());
    }

    private Result climb(Thinking thinking, JsonReading.Malformed whole) {
        Fitting nearest = null;
        JsonReading.Malformed inside = null;
        Fitting repaired = null;
        for (Strategy strategy : List.of(new AsItIs(), new OutOfFence(), new OutOfProse(), new Repaired(finished))) {
            Found found = strategy.look(reply, thinking.from());
            List<Fitting> judged = judge(found.candidates(), thinking.recovery());
            Result fits = fitting(judged);
            if (fits != null) {
                return fits;
            }
            if (strategy instanceof Repaired) {
                repaired = largest(judged);
                // It goes past what can be mended, and so tells more.
                inside = found.broken() != null ? found.broken() : inside;
            } else {
                nearest = nearest == null ? largest(judged) : nearest;
                inside = inside == null && !(strategy instanceof AsItIs) ? found.broken() : inside;
            }
        }
        if (nearest != null) {
            return new Result.Judged(nearest);
        }
        return new Result.None(inside == null ? whole : inside, repaired);
    }

    private List<Fitting> judge(List<Candidate> candidates, @Nullable Recovery before) {
        List<Fitting> judged = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Candidate whole = before == null ? candidate : candidate.after(before);
            judged.add(target.judge(decoded(whole), recover));
        }
        return judged;
    }

    /** The JSON that a string holds, where a string is not what is wanted. */
    private Candidate decoded(Candidate candidate) {
        Candidate decoded = candidate;
        for (int strings = 0; strings < MOST_STRINGS; strings++) {
            if (!recover || !(decoded.value() instanceof Json.Str text) || target.takesText()) {
                return decoded;
            }
            Candidate inner = InString.look(new Source(reply.name(), text.value()), decoded, finished);
            if (inner == null) {
                return decoded;
            }
            decoded = inner;
        }
        return decoded;
    }

    private static @Nullable Result fitting(List<Fitting> judged) {
        Fitting first = null;
        for (Fitting one : judged) {
            if (one.fits()) {
                if (first == null) {
                    first = one;
                } else if (!first.output().equals(one.output())) {
                    return new Result.Several(first, one);
                }
            }
        }
        return first == null ? null : new Result.Judged(chosen(first, judged));
    }

    /** Says so where there were other values. */
    private static Fitting chosen(Fitting fitting, List<Fitting> judged) {
        Set<Json> values = judged.stream().map(one -> one.candidate().value()).collect(Collectors.toSet());
        if (values.size() == 1) {
            return fitting;
        }
        String message = "of " + values.size() + " values the only one that matches its type";
        Candidate candidate = fitting.candidate()
                .with(new Recovery(
                        Recovery.Kind.CHOSEN, message, fitting.candidate().place()));
        return new Fitting(candidate, fitting.output(), List.of());
    }

    private static @Nullable Fitting largest(List<Fitting> judged) {
        Fitting largest = null;
        for (Fitting one : judged) {
            if (largest == null || length(one) > length(largest)) {
                largest = one;
            }
        }
        return largest;
    }

    private static int length(Fitting fitting) {
        return fitting.candidate().place().end() - fitting.candidate().place().start();
    }
}
