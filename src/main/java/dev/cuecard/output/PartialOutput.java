package dev.cuecard.output;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.output.ladder.Target;
import dev.cuecard.schema.validate.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The output of a prompt as it grows, out of the text of a reply: the fields that are complete and fit their type. A field
 * that does not fit is left out, a list is cut before an item that does not. Of one use and one thread.
 */
public final class PartialOutput {

    /** Up to here each complete value is told. */
    private static final int FEW = 64;

    /** Above, the output is told when it has grown by this part of itself, or long lists would take for ever. */
    private static final int PART = 16;

    private final Target target;
    private final PartialJson json = new PartialJson();
    private int told;
    private @Nullable Json last;

    PartialOutput(Target target) {
        this.target = target;
    }

    /**
     * Takes more of the text.
     *
     * @return the output so far when it has grown, or null
     */
    public @Nullable Json add(String more) {
        json.add(more);
        int grown = json.complete() - told;
        if (grown == 0 || (told > FEW && grown < told / PART)) {
            return null;
        }
        told = json.complete();
        Json value = json.value();
        Json fitting = value == null ? null : target.partial(fitting(value));
        if (fitting == null || fitting.equals(last)) {
            return null;
        }
        last = fitting;
        return fitting;
    }

    private Json fitting(Json value) {
        Set<String> open = json.openPointers();
        Json fitting = value;
        for (Violation violation : target.violations(value)) {
            List<String> steps = JsonPointer.tokens(violation.pointer());
            String at = violation.pointer();
            // What is missing is told of its holder.
            while (!steps.isEmpty() && !isThere(value, steps)) {
                at = JsonPointer.parent(at);
                steps = JsonPointer.tokens(at);
            }
            if (!open.contains(at)) {
                fitting = without(fitting, steps);
            }
        }
        return fitting;
    }

    private static boolean isThere(Json value, List<String> steps) {
        Json here = value;
        for (String step : steps) {
            if (here instanceof Json.Obj object && object.get(step) != null) {
                here = object.members().get(step);
            } else if (here instanceof Json.Arr list
                    && index(step) < list.items().size()) {
                here = list.items().get(index(step));
            } else {
                return false;
            }
        }
        return true;
    }

    private static Json without(Json value, List<String> steps) {
        if (steps.isEmpty()) {
            return value;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (value instanceof Json.Obj object && object.get(step) != null) {
            Map<String, Json> members = new LinkedHashMap<>(object.members());
            if (rest.isEmpty()) {
                members.remove(step);
            } else {
                members.computeIfPresent(step, (name, inner) -> without(inner, rest));
            }
            return new Json.Obj(members);
        } else if (value instanceof Json.Arr list && index(step) < list.items().size()) {
            List<Json> items = new ArrayList<>(list.items().subList(0, index(step)));
            if (!rest.isEmpty()) {
                items.add(without(list.items().get(index(step)), rest));
                items.addAll(list.items().subList(index(step) + 1, list.items().size()));
            }
            return Json.array(items);
        }
        return value;
    }

    private static int index(String step) {
        return step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
    }
}
