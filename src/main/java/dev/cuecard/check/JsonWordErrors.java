package dev.cuecard.check;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON mode without the word JSON: found before the run where no rendering can contain it, else before the call. */
public final class JsonWordErrors {

    /** Over so many messages only the first few are listed. */
    private static final int MOST = 7;

    private static final int FEW = 5;

    private JsonWordErrors() {}

    /** A message that was looked into: the word of its role and the line where that stands, or 0 for none. */
    public record Looked(String role, int line) {
        private String shown() {
            return Quoted.of(role) + (line > 0 ? " (line " + line + ")" : "");
        }
    }

    /**
     * No message has the word.
     *
     * @param head the text that turns JSON mode on, or null
     * @param looked the messages, in their order
     */
    public static Diagnostic missing(@Nullable Span head, List<Looked> looked) {
        String message = "JSON mode is on, but no message mentions JSON";
        Diagnostic.Builder error = head == null
                ? Diagnostic.error(Code.P301, message)
                : Diagnostic.error(Code.P301, message, head, "this turns JSON mode on");
        error.note("the API refuses a JSON-mode request (HTTP 400) unless the word \"JSON\" appears in a message");
        if (!looked.isEmpty()) {
            error.note(
                    "looked in " + looked.size() + (looked.size() == 1 ? " message: " : " messages: ") + list(looked));
        }
        return error.help("show the model the shape it should reply with: Reply with JSON in this shape: {{ shape() }}")
                .done();
    }

    private static String list(List<Looked> looked) {
        List<String> all = looked.stream().map(Looked::shown).toList();
        if (all.size() > MOST) {
            return String.join(", ", all.subList(0, FEW)) + " …";
        }
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
