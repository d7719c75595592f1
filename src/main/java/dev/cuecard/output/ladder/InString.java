package dev.cuecard.output.ladder;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.repair.Mender;
import dev.cuecard.output.repair.Mending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON that is the text of a JSON string. All of its places are that of the string, since its own text is escaped. */
final class InString {

    private InString() {}

    /** The value in the text of a string, as it is or mended. */
    static @Nullable Candidate look(Source text, Candidate string, boolean finished) {
        List<Recovery> recoveries = new ArrayList<>(string.recoveries());
        recoveries.add(new Recovery(Recovery.Kind.STRING, "taken out of a JSON string", string.place()));
        if (JsonText.parse(text) instanceof JsonReading.Parsed parsed) {
            return candidate(parsed.document(), string.place(), recoveries);
        }
        int start = Scan.blanks(text.text(), 0);
        boolean bracket =
                start < text.text().length() && "{[".indexOf(text.text().charAt(start)) >= 0;
        if (bracket
                && new Mender(text, false, finished).mend(start) instanceof Mending.Done done
                && Repaired.isWhole(text, done.place())) {
            done.mends().stream()
                    .map(mend -> new Recovery(Repaired.kind(mend.kind()), mend.message(), string.place()))
                    .forEach(recoveries::add);
            return candidate(done.document(), string.place(), recoveries);
        }
        return null;
    }

    /** The value of a whole text that is what stands in a string, its quotes escaped, without the quotes around it. */
    static @Nullable Candidate bare(Source reply, int start) {
        String text = reply.text().substring(start).stripTrailing();
        int first = Scan.blanks(text, Math.min(1, text.length()));
        boolean escaped = !text.isEmpty() && "{[".indexOf(text.charAt(0)) >= 0 && text.startsWith("\\", first);
        if (escaped
                && JsonText.parse(new Source(reply.name(), '"' + text + '"')) instanceof JsonReading.Parsed string
                && string.document().value() instanceof Json.Str content
                && JsonText.parse(new Source(reply.name(), content.value())) instanceof JsonReading.Parsed parsed) {
            Span place = reply.span(start, start + text.length());
            Recovery read = new Recovery(Recovery.Kind.STRING, "read as the text of a JSON string", place);
            return candidate(parsed.document(), place, List.of(read));
        }
        return null;
    }

    private static Candidate candidate(JsonDocument document, Span place, List<Recovery> recoveries) {
        return new Candidate(document.value(), document, any -> place, place, recoveries);
    }
}
