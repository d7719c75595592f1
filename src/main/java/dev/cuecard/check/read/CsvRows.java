package dev.cuecard.check.read;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads CSV: a line of names, then a row a line. A cell of a text field is its text; any other is read as JSON, and an
 * empty one is left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvRows {

    private final Type type;
    private String text = "";
    private int at;

    CsvRows(Type type) {
        this.type = type;
    }

    void read(Source source, BiConsumer<Json, Span> row, BiConsumer<Span, String> broken) {
        text = source.text();
        List<String> names = List.of();
        while (at < text.length()) {
            int start = at;
            List<String> cells = new ArrayList<>();
            boolean closed = true;
            do {
                closed &= cell(cells);
            } while (at < text.length() && text.charAt(at++) == ',');
            Span span = source.span(start, Math.max(start, lineEnd(start)));
            if (!closed) {
                broken.accept(source.span(start, start + 1), "a quote that opens on this line is not closed");
                return;
            } else if (names.isEmpty()) {
                names = cells;
            } else if (cells.size() != names.size()
                    && !(cells.size() == 1 && cells.get(0).isEmpty())) {
                broken.accept(span, "expected " + names.size() + " cells, got " + cells.size());
                return;
            } else if (cells.size() == names.size()) {
                row.accept(row(names, cells), span);
            }
        }
    }

    private int lineEnd(int start) {
        int end = at > start && text.charAt(at - 1) == '\n' ? at - 1 : at;
        return end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Reads a cell up to the comma or the end of the line; whether its quote is closed. */
    private boolean cell(List<String> cells) {
        StringBuilder cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (!quoted) {
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                cell.append(text.charAt(at++));
            }
            if (cell.length() > 0 && cell.charAt(cell.length() - 1) == '\r') {
                cell.setLength(cell.length() - 1);
            }
            cells.add(cell.toString());
            return true;
        }
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                    at++;
                }
                cells.add(cell.toString());
                return true;
            }
        }
        return false;
    }

    private Json row(List<String> names, List<String> cells) {
        Json.ObjBuilder row = Json.object();
        for (int i = 0; i < names.size(); i++) {
            Types.Member member = Types.member(type, names.get(i));
            boolean text = member == null || Kind.of(member.type()).contains(Kind.STRING);
            if (text && !(cells.get(i).isEmpty() && member != null && member.optional())) {
                row.put(names.get(i), cells.get(i));
            } else if (!cells.get(i).isEmpty()) {
                JsonReading reading = JsonText.parse(new Source("cell", cells.get(i)));
                row.put(
                        names.get(i),
                        reading instanceof JsonReading.Parsed parsed
                                ? parsed.document().value()
                                : Json.of(cells.get(i)));
            }
        }
        return row.done();
    }
}
