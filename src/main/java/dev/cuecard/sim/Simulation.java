package dev.cuecard.sim;

import dev.cuecard.chat.Canonical;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.sim.sample.Dice;
import dev.cuecard.sim.sample.Sampler;
import dev.cuecard.sim.sample.Sentences;
import org.jspecify.annotations.Nullable;

/** Makes up replies: the same one for the same request, seed and repeat. */
final class Simulation {

    /** How many values are tried before one is taken that is not accepted. */
    static final int CANDIDATES = 200;

    private Simulation() {}

    static Simulated reply(Json.Obj body, long seed, int repeat, Wanted wanted) {
        Dice dice = Dice.of(Canonical.text(body), Long.toString(seed), Integer.toString(repeat));
        if (wanted.schema() == null) {
            return new Simulated(Sentences.reply(dice), Simulated.Fit.ACCEPTED);
        }
        Sampler sampler = new Sampler(wanted.schema());
        Json first = null;
        for (int i = 0; i < CANDIDATES; i++) {
            Json value = sampler.sample(dice.split());
            if (value != null && readable(value, wanted) && wanted.fits().test(value)) {
                if (wanted.accepts().test(value)) {
                    return new Simulated(text(value, wanted), Simulated.Fit.ACCEPTED);
                }
                first = first == null ? value : first;
            }
        }
        return first == null
                ? new Simulated(wanted.form() == Wanted.Form.JSON ? "{}" : "", Simulated.Fit.NO_VALUE)
                : new Simulated(text(first, wanted), Simulated.Fit.NOT_ACCEPTED);
    }

    /** Text is read without the blanks around it. */
    private static boolean readable(Json value, Wanted wanted) {
        return wanted.form() == Wanted.Form.JSON
                || !(value instanceof Json.Str string)
                || string.value().equals(string.value().strip());
    }

    private static String text(Json value, Wanted wanted) {
        return wanted.form() == Wanted.Form.TEXT && value instanceof Json.Str string
                ? string.value()
                : JsonText.compact(value);
    }

    /** Tokens as a rule of thumb counts them: one for four characters. */
    static Usage usage(Json.Obj body, String content) {
        long asked = 3;
        if (body.get("messages") instanceof Json.Arr messages) {
            for (Json message : messages.items()) {
                asked += 4 + tokens(message instanceof Json.Obj object ? object.get("content") : null);
            }
        }
        return new Usage(asked, 0, tokens(Json.of(content)));
    }

    private static long tokens(@Nullable Json content) {
        if (content instanceof Json.Str text) {
            return (text.value().codePointCount(0, text.value().length()) + 3L) / 4;
        }
        return content == null ? 0 : (JsonText.compact(content).length() + 3L) / 4;
    }
}
