package dev.cuecard.testing.recording;

import dev.cuecard.chat.Canonical;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.file.TextFile;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a recording. One that is torn, was edited or is of another form is not used, however much of it may be right. */
final class RecordingReader {

    private static final Validator FORM =
            Validator.compile(new GeneratedSchema(schema(), Map.of(), Map.of(), Map.of()));

    private RecordingReader() {}

    /** What there is at a path. */
    sealed interface Read {
        /** A recording. */
        record Found(Recording recording) implements Read {}

        /** No file. */
        record None() implements Read {}

        /** A file that is not used. */
        record Damaged(Diagnostic diagnostic) implements Read {}
    }

    private static Json.Obj schema() {
        try (InputStream in = RecordingReader.class.getResourceAsStream("recording.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("no recording.schema.json");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (Json.Obj) ((JsonReading.Parsed) JsonText.parse(new Source("recording.schema.json", text)))
                    .document()
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read read(Path path) {
        if (!Files.exists(path)) {
            return new Read.None();
        }
        TextFile file = TextFile.read(path);
        return file instanceof TextFile.Found found
                ? read(found.source())
                : new Read.Damaged(RecordingErrors.unreadable(((TextFile.Refused) file).diagnostic()));
    }

    static Read read(Source source) {
        JsonReading reading = JsonText.parse(source);
        if (reading instanceof JsonReading.Malformed malformed) {
            return new Read.Damaged(RecordingErrors.torn(malformed));
        }
        JsonDocument document = ((JsonReading.Parsed) reading).document();
        if (document.value() instanceof Json.Obj file
                && file.get("recording") instanceof Json.Num edition
                && !edition.sameAs(Json.of(Recording.EDITION))) {
            return new Read.Damaged(RecordingErrors.otherEdition(document.span("/recording")));
        }
        List<Violation> violations = FORM.validate(document.value());
        if (!violations.isEmpty()) {
            return new Read.Damaged(RecordingErrors.form(document, violations.get(0)));
        }
        return sound(document);
    }

    /** The form is right; the hashes tell whether the content is as it was written. */
    private static Read sound(JsonDocument document) {
        Json.Obj file = (Json.Obj) document.value();
        List<RecordedCall> calls = new ArrayList<>();
        List<Json> items = file.get("calls") instanceof Json.Arr list ? list.items() : List.of();
        for (int i = 0; i < items.size(); i++) {
            Json.Obj call = (Json.Obj) items.get(i);
            if (call.get("request") instanceof Json.Obj request && call.get("replies") instanceof Json.Arr replies) {
                if (!Json.of(RecordedCall.hash(Canonical.text(request), replies))
                        .equals(call.get("hash"))) {
                    return new Read.Damaged(RecordingErrors.edited(document.span("/calls/" + i + "/hash")));
                }
                calls.add(new RecordedCall(
                        request,
                        replies.items().stream()
                                .map(reply -> RecordedReply.of((Json.Obj) reply))
                                .toList()));
            }
        }
        return new Read.Found(new Recording(text(file, "prompt"), text(file, "test"), calls));
    }

    private static String text(Json.Obj file, String name) {
        return file.get(name) instanceof Json.Str text ? text.value() : "";
    }
}
