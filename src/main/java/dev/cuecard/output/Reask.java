package dev.cuecard.output;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks again: the messages that follow those of a request whose reply is not valid. The model sees its own reply and
 * then, from the user, what is wrong with it:
 *
 * <pre>
 * That reply is not valid:
 * - /urgency: expected a number from 1 to 5, got a string
 * Reply again with the corrected JSON and nothing else.
 * </pre>
 */
public final class Reask {

    /** The most errors that the model is told. */
    private static final int MOST = 10;

    private Reask() {}

    /**
     * The further messages, for a reading whose outcome {@link Outcome#isAskedAgain is asked again}.
     *
     * @param reading what is wrong
     * @param mode how the reply is asked for
     */
    public static List<ChatMessage> messages(Reading reading, CheckedOutput.Mode mode) {
        List<ChatMessage> messages = new ArrayList<>();
        if (reading.outcome() != Outcome.EMPTY) {
            // The API takes no empty message.
            messages.add(ChatMessage.of(ChatRole.ASSISTANT, reading.reply().text()));
        }
        messages.add(ChatMessage.of(ChatRole.USER, text(reading, mode)));
        return messages;
    }

    private static String text(Reading reading, CheckedOutput.Mode mode) {
        StringBuilder out = new StringBuilder();
        if (reading.outcome() == Outcome.EMPTY) {
            out.append("That reply is empty.\n");
        } else {
            out.append("That reply is not valid:\n");
            List<ReplyError> errors = reading.errors();
            for (ReplyError error : errors.subList(0, Math.min(MOST, errors.size()))) {
                boolean broken = error.equals(errors.get(0)) && isBroken(reading);
                out.append("- ").append(broken ? broken(error) : line(error)).append('\n');
            }
            if (errors.size() > MOST) {
                out.append("- and ").append(errors.size() - MOST).append(" more\n");
            }
        }
        return out.append("Reply again with the corrected ")
                .append(mode.isJson() ? "JSON" : "text")
                .append(" and nothing else.")
                .toString();
    }

    /** Whether the first error tells where the reply is no JSON. */
    private static boolean isBroken(Reading reading) {
        return reading.outcome() == Outcome.INVALID_JSON
                && reading.findings().stream().allMatch(one -> one.code() != Code.P509 && one.code() != Code.P510);
    }

    private static String broken(ReplyError error) {
        Span at = error.inReply();
        String place = at == null ? "" : " (line " + at.line() + ", column " + at.column() + ")";
        return "it is not JSON" + place + ": " + error.message();
    }

    private static String line(ReplyError error) {
        return (error.pointer().isEmpty() ? "" : Quoted.cut(error.pointer()) + ": ") + oneLine(error.message());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
