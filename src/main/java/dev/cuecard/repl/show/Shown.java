package dev.cuecard.repl.show;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Visible;
import dev.cuecard.output.Envelope;
import dev.cuecard.output.Summary;
import dev.cuecard.repl.Said;
import dev.cuecard.syntax.highlight.Highlighter;
import dev.cuecard.syntax.highlight.JsonHighlighter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a session says, as text of whole lines. What came from a model is shown with its control characters escaped.
 *
 * @param out what is for a program, empty for nothing
 * @param err what is for the person, empty for nothing
 */
public record Shown(String out, String err) {

    private static final Shown NOTHING = new Shown("", "");

    /** What is said, with ANSI's colours or without. */
    public static Shown of(Said said, boolean colours) {
        return said.accept(new InLines(colours));
    }

    /**
     * The same for a terminal, where both are seen together: a value of one line has its type beside it,
     * and a finding alone is not counted.
     */
    public static String onTerminal(Said said, boolean colours) {
        if (said instanceof Said.Findings one && one.findings().size() == 1) {
            // One needs no count.
            return (colours ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain())
                    .render(one.findings().get(0));
        }
        Shown shown = of(said, colours);
        boolean oneLine = said instanceof Said.Value && shown.out.indexOf('\n') == shown.out.length() - 1;
        return oneLine && !shown.err.isEmpty()
                ? shown.out.substring(0, shown.out.length() - 1) + " " + shown.err
                : shown.out + shown.err;
    }

    /** A value: JSON over several lines, text as it is. */
    public static String value(Json value, boolean colours) {
        if (value instanceof Json.Str text) {
            return Visible.lines(text.value());
        }
        String json = Visible.lines(JsonText.pretty(value, 2));
        return colours ? JsonHighlighter.paint(json) : json;
    }

    private record InLines(boolean colours) implements Said.Visitor<Shown> {

        @Override
        public Shown text(Said.Text said) {
            return new Shown(Visible.lines(said.text()) + "\n", "");
        }

        @Override
        public Shown value(Said.Value said) {
            // A text is shown as the language writes it, or nobody could tell 1 from "1".
            String json = Visible.lines(JsonText.pretty(said.json(), 2));
            String value = colours ? JsonHighlighter.paint(json) : json;
            return new Shown(
                    value + "\n", said.type() == null ? "" : aside(": " + Quoted.cut(said.type(), 100)) + "\n");
        }

        @Override
        public Shown promptText(Said.PromptText said) {
            String text = Visible.lines(said.text());
            return new Shown((colours ? Highlighter.paint(text) : text) + "\n", "");
        }

        @Override
        public Shown findings(Said.Findings said) {
            return new Shown("", renderer().render(said.findings()));
        }

        @Override
        public Shown runEnded(Said.RunEnded said) {
            Envelope envelope = said.result().envelope();
            StringBuilder err = new StringBuilder();
            envelope.omitted()
                    .forEach(omitted -> err.append("note: a ")
                            .append(Quoted.of(omitted.role()))
                            .append(" message is left out, since it is blank: ")
                            .append(omitted.at())
                            .append('\n'));
            err.append(renderer().render(said.result().findings()));
            Map<String, Integer> recoveries = new LinkedHashMap<>();
            envelope.recoveries().forEach(recovery -> recoveries.merge(recovery.message(), 1, Integer::sum));
            recoveries.forEach((message, count) -> err.append("note: the reply was read after a recovery: ")
                    .append(message)
                    .append(count == 1 ? "\n" : " (" + count + " times)\n"));
            if (!envelope.attempts().isEmpty()) {
                err.append(aside(Summary.of(envelope))).append('\n');
            }
            String out = said.result().isValid() ? Shown.value(said.result().output(), colours) + "\n" : "";
            return new Shown(out, err.toString());
        }

        @Override
        public Shown notice(Said.Notice said) {
            return new Shown("", aside(Visible.lines(said.text())) + "\n");
        }

        @Override
        public Shown quit(Said.Quit said) {
            return NOTHING;
        }

        private DiagnosticRenderer renderer() {
            return colours ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
        }

        /** Each line faint: it matters less than what it stands beside. */
        private String aside(String text) {
            return colours ? "\u001b[2m" + text.replace("\n", "\u001b[0m\n\u001b[2m") + "\u001b[0m" : text;
        }
    }
}
