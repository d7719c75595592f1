package dev.cuecard.output;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rungs, tried in turn: as it is, out of a code fence, out of the text around it. Where the whole reply is JSON no
 * other is tried, so that nothing is taken out of its strings.
 */
final class Ladder {

    private static final List<Strategy> ALL = List.of(new AsItIs(), new OutOfFence(), new OutOfProse());

    private final Source reply;
    private final Target target;
    private final boolean recover;

    Ladder(Source reply, Target target, boolean recover) {
        this.reply = reply;
        this.target = target;
        this.recover = recover;
    }

    /** What came of it: the best reading, or several that differ, or why there is none. */
    sealed interface Result {
        /** A value with what is wrong with it, which may be nothing. */
        record Judged(Fitting fitting) implements Result {}

        /** Several values that fit and are not the same. */
        record Several(Fitting first, Fitting second) implements Result {}

        /** No JSON. */
        record None(JsonReading.Malformed malformed) implements Result {}
    }

    Result climb() {
        Fitting nearest = null;
        JsonReading.Malformed whole = null;
        JsonReading.Malformed inside = null;
        for (Strategy strategy : recover ? ALL : ALL.subList(0, 1)) {
            Found found = strategy.look(reply);
            List<Fitting> judged = judge(found.candidates());
            Result fits = fitting(judged);
            if (fits != null) {
                return fits;
            }
            nearest = nearest == null ? largest(judged) : nearest;
            if (strategy instanceof AsItIs) {
                if (nearest != null) {
                    break;
                }
                whole = found.broken();
            } else if (inside == null) {
                inside = found.broken();
            }
        }
        if (nearest != null) {
            return new Result.Judged(nearest);
        }
        // What is wrong with the JSON tells more than that the text around it is none.
        return new Result.None(inside != null ? inside : Objects.requireNonNull(whole));
    }

    private List<Fitting> judge(List<Candidate> candidates) {
        List<Fitting> judged = new ArrayList<>();
        for (Candidate candidate : candidates) {
            judged.add(target.judge(decoded(candidate), recover));
        }
        return judged;
    }

    /** The JSON that a string holds, where a string is not what is wanted. */
    private Candidate decoded(Candidate candidate) {
        if (!recover || !(candidate.value() instanceof Json.Str text) || target.takesText()) {
            return candidate;
        }
        if (JsonText.parse(new Source(reply.name(), text.value())) instanceof JsonReading.Parsed parsed) {
            List<Recovery> recoveries = new ArrayList<>(candidate.recoveries());
            recoveries.add(new Recovery(Recovery.Kind.STRING, "taken out of a JSON string", candidate.place()));
            return new Candidate(parsed.document().value(), parsed.document(), candidate.place(), recoveries);
        }
        return candidate;
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
        return first == null ? null : new Result.Judged(first);
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
