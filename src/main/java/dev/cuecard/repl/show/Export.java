package dev.cuecard.repl.show;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.render.value.Texts;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What was typed and said, as a document. */
public final class Export {

    /** The number of this form of the JSON. */
    private static final int EDITION = 1;

    private final List<Spoken> spoken;
    private final UnaryOperator<String> redact;

    /**
     * Of all that was said.
     *
     * @param redact takes keys out of a text
     */
    public Export(List<Spoken> spoken, UnaryOperator<String> redact) {
        this.spoken = spoken;
        this.redact = redact;
    }

    /** As Markdown: a block for what was typed, and one for what was said. */
    public String markdown() {
        StringBuilder out = new StringBuilder("# A session of Cuecard\n");
        for (Spoken one : spoken) {
            block(out, "prompt", redact.apply(one.text().stripTrailing()));
            StringBuilder said = new StringBuilder();
            one.reaction().said().forEach(what -> said.append(Shown.onTerminal(what, false)));
            if (!said.toString().isBlank()) {
                block(out, "text", redact.apply(said.toString().stripTrailing()));
            }
        }
        return out.toString();
    }

    private static void block(StringBuilder out, String language, String text) {
        out.append('\n').append(Texts.fence(text, language)).append('\n');
    }

    /** As JSON, pretty. */
    public String json() {
        List<Json> entries = new ArrayList<>();
        for (Spoken one : spoken) {
            entries.add(Json.object()
                    .put("typed", redact.apply(one.text()))
                    .put(
                            "said",
                            Json.array(one.reaction().said().stream()
                                    .map(what -> what.accept(new AsJson(redact)))
                                    .toList()))
                    .put("exit_code", one.reaction().exitCode())
                    .done());
        }
        Json.Obj all = Json.object()
                .put("session", EDITION)
                .put("entries", Json.array(entries))
                .done();
        return JsonText.pretty(all, 2) + "\n";
    }

    private record AsJson(UnaryOperator<String> redact) implements Said.Visitor<Json> {

        private Json.ObjBuilder kind(String kind) {
            return Json.object().put("kind", kind);
        }

        private Json of(String kind, String text) {
            return kind(kind).put("text", redact.apply(text)).done();
        }

        @Override
        public Json text(Said.Text said) {
            return of("text", said.text());
        }

        @Override
        public Json value(Said.Value said) {
            return kind("value")
                    .put("type", said.type() == null ? Json.nil() : Json.of(said.type()))
                    .put("value", redacted(said.json()))
                    .done();
        }

        @Override
        public Json promptText(Said.PromptText said) {
            return of("prompt", said.text());
        }

        @Override
        public Json findings(Said.Findings said) {
            return of("findings", Shown.onTerminal(said, false));
        }

        @Override
        public Json runEnded(Said.RunEnded said) {
            return kind("run")
                    .put("result", redacted(said.result().envelope().toJson()))
                    .done();
        }

        @Override
        public Json notice(Said.Notice said) {
            return of("notice", said.text());
        }

        @Override
        public Json quit(Said.Quit said) {
            return kind("quit").done();
        }

        private Json redacted(Json value) {
            if (value instanceof Json.Str text) {
                return Json.of(redact.apply(text.value()));
            } else if (value instanceof Json.Arr list) {
                return Json.array(list.items().stream().map(this::redacted).toList());
            } else if (value instanceof Json.Obj object) {
                Json.ObjBuilder members = Json.object();
                object.members().forEach((name, member) -> members.put(name, redacted(member)));
                return members.done();
            }
            return value;
        }
    }
}
