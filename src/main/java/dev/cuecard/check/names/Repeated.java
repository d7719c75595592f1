package dev.cuecard.check.names;

import dev.cuecard.check.Findings;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells once that a name is not known, however often it is used: it is one mistake, or the same one again. */
public final class Repeated {

    /** So many further places are shown; of more, their number is told. */
    private static final int SHOWN = 3;

    private record Mistake(Code code, String name) {}

    private Repeated() {}

    /** Puts one finding, at the first use, in the place of those at all uses. */
    public static void join(Findings findings) {
        Map<Mistake, List<Diagnostic>> uses = new LinkedHashMap<>();
        for (Findings.Unknown unknown : findings.unknown()) {
            Diagnostic finding = unknown.finding();
            if (finding.primary() != null && findings.holds(finding)) {
                // What a test gives to an input that is not declared is the variable that is used elsewhere.
                Code code = finding.code() == Code.P402 ? Code.P201 : finding.code();
                uses.computeIfAbsent(new Mistake(code, unknown.name()), mistake -> new ArrayList<>())
                        .add(finding);
            }
        }
        uses.forEach((mistake, all) -> {
            boolean known = all.stream().anyMatch(use -> use.code() == mistake.code());
            if (all.size() > 1 && known) {
                all.sort(Diagnostic.BY_PLACE);
                findings.replace(all, joined(mistake, all));
            }
        });
    }

    private static Diagnostic joined(Mistake mistake, List<Diagnostic> uses) {
        Diagnostic first = uses.stream()
                .filter(use -> use.code() == mistake.code())
                .findFirst()
                .orElse(uses.get(0));
        List<Label> labels = new ArrayList<>(first.secondary());
        int shown = 0;
        for (Diagnostic use : uses) {
            if (!use.equals(first) && use.primary() != null && shown < SHOWN) {
                labels.add(new Label(use.primary().span(), "and here"));
                shown++;
            }
        }
        List<String> notes = new ArrayList<>(first.notes());
        if (uses.size() > SHOWN + 1) {
            notes.add(Quoted.of(mistake.name()) + " is used in " + uses.size() + " places");
        }
        return new Diagnostic(
                first.severity(), first.code(), first.message(), first.primary(), labels, notes, first.help());
    }
}
