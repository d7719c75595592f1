package dev.cuecard.check.message;

import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.Step;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.syntax.Declaration;
import java.util.List;

/** What has been seen in the statements of a prompt, however deep. */
public final class Seen {

    boolean history;
    boolean user;
    /** Whether there is a message of which nobody knows who says it, so that it is in no step. */
    boolean unknownSpeaker;

    /** Nothing yet. */
    public Seen() {}

    /** Whether a statement says where the conversation so far goes. */
    public boolean history() {
        return history;
    }

    /** The rules that look at all messages of a prompt. */
    public void check(Declaration.Prompt header, CheckedOutput output, List<Step> steps, Checking checking) {
        if (!user && !history) {
            checking.findings().add(MessageErrors.noUser(header.name()));
        } else if (output.mode() == CheckedOutput.Mode.JSON && output.head() != null && !unknownSpeaker) {
            Diagnostic missing = JsonWord.missing(output.head(), steps, checking);
            if (missing != null) {
                checking.findings().add(missing);
            }
        }
    }
}
