package dev.cuecard.check.read;

import dev.cuecard.check.Findings;
import dev.cuecard.check.types.Sound;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a data file, each checked as its type. */
final class Rows {

    private static final int MOST_FINDINGS = 5;

    private final Findings findings;
    private final Span read;
    private final @Nullable Validator validator;
    private final Type type;
    private final List<Json> rows = new ArrayList<>();
    private int wrong;

    Rows(Findings findings, Span read, Type type) {
        this.findings = findings;
        this.read = read;
        this.type = type;
        this.validator = !Sound.is(type) ? null : Validator.compile(Schemas.full(type));
    }

    Json.@Nullable Arr read(Source source) {
        String name = source.name();
        int before = findings.size();
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            lines(source);
        } else if (name.endsWith(".json")) {
            list(source);
        } else if (name.endsWith(".csv")) {
            new CsvRows(type)
                    .read(source, this::csv, (at, problem) -> findings.add(DataErrors.brokenCsv(at, problem, read)));
        } else {
            findings.add(DataErrors.unknownRows(read, name));
        }
        return findings.size() == before ? Json.array(rows) : null;
    }

    private void lines(Source source) {
        for (int line = 1; line <= source.lineCount(); line++) {
            String text = source.lineText(line);
            if (text.isBlank()) {
                continue;
            }
            int start = source.lineStart(line);
            JsonReading reading = JsonText.parse(source.span(start, start + text.length()));
            if (reading instanceof JsonReading.Malformed malformed) {
                findings.add(DataErrors.malformed(malformed, read, "row " + (rows.size() + 1)));
                return;
            }
            JsonDocument document = ((JsonReading.Parsed) reading).document();
            row(document.value(), document::span);
        }
    }

    private void list(Source source) {
        JsonReading reading = JsonText.parse(source);
        if (reading instanceof JsonReading.Malformed malformed) {
            findings.add(DataErrors.malformed(malformed, read, "the file of rows"));
            return;
        }
        JsonDocument document = ((JsonReading.Parsed) reading).document();
        if (!(document.value() instanceof Json.Arr list)) {
            findings.add(DataErrors.notRows(document.span(), read));
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            String pointer = JsonPointer.append("", String.valueOf(i));
            row(list.items().get(i), inner -> document.span(pointer + inner));
        }
    }

    private void csv(Json row, Span at) {
        row(row, pointer -> at);
    }

    private void row(Json row, Function<String, Span> place) {
        rows.add(row);
        if (validator == null || wrong >= MOST_FINDINGS) {
            return;
        }
        List<Violation> violations = validator.validate(row);
        if (!violations.isEmpty()) {
            wrong++;
            Violation first = violations.get(0);
            findings.add(DataErrors.wrongRow(rows.size(), place.apply(first.pointer()), first, read));
        }
    }
}
