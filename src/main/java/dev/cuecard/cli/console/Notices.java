package dev.cuecard.cli.console;

import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.output.ToolUse;
import dev.cuecard.render.Omitted;

/** Facts that are no mistakes, for the person. */
public final class Notices {

    private Notices() {}

    public static String of(Omitted omitted) {
        return "note: a " + Quoted.of(omitted.role()) + " message is left out, since it is blank: " + omitted.at();
    }

    /** {@code note: weather {"town":"Oslo"} gave {"celsius":20}}. */
    public static String of(ToolUse use) {
        String call = "note: the model calls " + Quoted.cut(use.name()) + " with "
                + Quoted.of(JsonText.compact(use.arguments()));
        if (use.result() != null) {
            return call + ", which gives " + Quoted.of(JsonText.compact(use.result()));
        }
        String why = use.outcome().word().replace('_', ' ');
        return call + ": " + why + (use.error() == null ? "" : ", " + Quoted.of(use.error()));
    }

    /** A text of the user's in back-quotes. */
    public static String quoted(String text) {
        return Quoted.of(text);
    }

    /** A finding without its excerpts: what is wrong, facts and the way on, each on a line. */
    public static String plain(Diagnostic finding) {
        StringBuilder text = new StringBuilder(finding.message());
        if (finding.primary() != null) {
            text.append(": ").append(finding.primary().text());
        }
        finding.notes().forEach(note -> text.append("\nnote: ").append(note));
        if (finding.help() != null) {
            text.append("\nhelp: ").append(finding.help());
        }
        return text.toString();
    }
}
