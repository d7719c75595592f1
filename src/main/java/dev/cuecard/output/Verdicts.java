package dev.cuecard.output;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.ladder.Candidate;
import dev.cuecard.schema.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the violations of one value: all of them to programs, the first few to people. */
final class Verdicts {

    /** The most places that people are shown. */
    private static final int MOST = 5;

    private final Candidate candidate;
    private final List<Violation> violations;

    Verdicts(Candidate candidate, List<Violation> violations) {
        this.candidate = candidate;
        this.violations = violations;
    }

    List<ReplyError> errors() {
        return violations.stream()
                .map(one -> new ReplyError(one.pointer(), one.expected(), candidate.place(one), one.asked()))
                .toList();
    }

    List<Diagnostic> findings() {
        List<Diagnostic> findings = new ArrayList<>();
        for (Violation violation : violations.subList(0, Math.min(MOST, violations.size()))) {
            int more = findings.size() == MOST - 1 ? violations.size() - MOST : 0;
            String note = more > 0
                    ? more + " more " + (more == 1 ? "place does" : "places do") + " not match"
                    : violations.size() == 1 ? others(violation) : null;
            findings.add(ReplyErrors.violation(violation, candidate.place(violation), note));
        }
        return findings;
    }

    /** What is right beside the one thing that is wrong. */
    private @Nullable String others(Violation violation) {
        boolean missing = violation.kind() == Violation.Kind.MISSING;
        String holder = missing ? violation.pointer() : JsonPointer.parent(violation.pointer());
        if (!missing && violation.pointer().isEmpty()) {
            return null;
        }
        Json around = at(candidate.value(), holder);
        int count;
        String what;
        if (around instanceof Json.Obj object) {
            count = object.members().size() - (missing ? 0 : 1);
            what = count == 1 ? "field" : "fields";
        } else if (around instanceof Json.Arr list) {
            count = list.items().size() - 1;
            what = count == 1 ? "item" : "items";
        } else {
            return null;
        }
        return count < 1
                ? null
                : count == 1 ? "the other " + what + " is valid" : "the other " + count + " " + what + " are valid";
    }

    private static @Nullable Json at(Json value, String pointer) {
        Json here = value;
        for (String token : JsonPointer.tokens(pointer)) {
            if (here instanceof Json.Obj object) {
                here = object.get(token);
            } else if (here instanceof Json.Arr list && token.matches("[0-9]{1,9}")) {
                int index = Integer.parseInt(token);
                here = index < list.items().size() ? list.items().get(index) : null;
            } else {
                return null;
            }
        }
        return here;
    }
}
