package dev.cuecard.tool;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.schema.validate.Violation;
import java.util.List;

/** What the model is told of its calls. Part of the edition: it reaches the model. */
final class Told {

    static final String FAILED = "The tool failed.";
    static final String LATE = "The tool took too long.";

    /** The most mistakes that the model is told. */
    private static final int MOST = 10;

    private Told() {}

    /** A result: text as it is, all else as JSON. */
    static String result(Json value) {
        return value instanceof Json.Str text ? text.value() : JsonText.compact(value);
    }

    static String unknown(String name, List<String> known) {
        return "There is no tool " + Quoted.of(name) + ". The tools are " + Quoted.and(known) + ".";
    }

    static String notJson(JsonReading.Malformed malformed) {
        return "The arguments are not JSON (line " + malformed.at().line() + ", column "
                + malformed.at().column() + "): " + malformed.problem();
    }

    static String unfit(List<Violation> violations) {
        StringBuilder out = new StringBuilder("The arguments are not valid:");
        for (Violation one : violations.subList(0, Math.min(MOST, violations.size()))) {
            String pointer = one.pointer().isEmpty() ? "" : Quoted.cut(one.pointer()) + ": ";
            out.append("\n- ").append(pointer).append(one.expected());
        }
        if (violations.size() > MOST) {
            out.append("\n- and ").append(violations.size() - MOST).append(" more");
        }
        return out.toString();
    }
}
