package dev.cuecard.check.read;

import dev.cuecard.check.Findings;
import dev.cuecard.check.files.FileErrors;
import dev.cuecard.check.files.FileReading;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.names.PlainText;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.types.SchemaFiles;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.PictureKind;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.validate.SchemaProblem;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TypeNode;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files that the expressions and types of a file name. */
public final class Files implements SchemaFiles {

    private final Findings findings;
    private final FileSource files;
    private final Source from;

    /** Reads what the file of {@code lookup} names, and tells {@code findings} what is wrong with that. */
    public Files(Findings findings, FileSource files, Lookup lookup) {
        this.findings = findings;
        this.files = files;
        this.from = lookup.unit().source();
    }

    private void report(@Nullable Diagnostic finding) {
        if (finding != null) {
            findings.add(finding);
        }
    }

    /** The path that an argument writes out, or null, and that has been said. */
    private @Nullable String path(Expression argument, String what) {
        if (argument instanceof Expression.Text text && text.isPlain()) {
            return PlainText.of(text);
        }
        report(ValueErrors.notLiteral(argument.span(), "the path of " + what));
        return null;
    }

    private FileReading.@Nullable Found find(Span at, String path) {
        FileReading reading = files.read(from, path);
        report(FileErrors.of(reading, at, path, false));
        return reading instanceof FileReading.Found found ? found : null;
    }

    private @Nullable Source read(Span at, String path) {
        FileReading.Found found = find(at, path);
        if (found == null) {
            return null;
        }
        String text = found.text();
        if (text == null) {
            report(FileErrors.notUtf8(at, path, found.name()));
            return null;
        }
        return new Source(found.name(), text);
    }

    /** The text of a file less one final newline, or null, and that has been said. Line ends are LF. */
    public @Nullable String text(Expression argument, String what) {
        String path = path(argument, what);
        Source source = path == null ? null : read(argument.span(), path);
        if (source == null) {
            return null;
        }
        String text = source.text().replace("\r\n", "\n");
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** The rows of a file, or null, and that has been said. */
    public Json.@Nullable Arr rows(Expression argument, Type type, String what) {
        String path = path(argument, what);
        Source source = path == null ? null : read(argument.span(), path);
        return source == null ? null : new Rows(findings, argument.span(), type).read(source);
    }

    @Override
    public Type read(Source origin, TypeNode.External type) {
        String path = PlainText.of(type.path());
        Source source = read(type.path().span(), path);
        if (source == null) {
            return Given.UNKNOWN;
        }
        JsonReading reading = JsonText.parse(source);
        if (reading instanceof JsonReading.Malformed malformed) {
            report(DataErrors.malformed(malformed, type.path().span(), "a JSON Schema"));
            return Given.UNKNOWN;
        }
        Json schema = ((JsonReading.Parsed) reading).document().value();
        Type.External external = new Type.External(schema, source, type.span());
        List<SchemaProblem> problems = SchemaProblem.of(external);
        problems.forEach(problem -> report(DataErrors.schema(problem)));
        return problems.isEmpty() ? external : Given.UNKNOWN;
    }

    /** A picture as a data URL; an empty one where there is none, and that has been said. */
    public String dataUrl(Span at, String path) {
        FileReading.Found found = find(at, path);
        if (found == null) {
            return "";
        }
        byte[] bytes = found.bytes();
        String kind = PictureKind.of(bytes);
        if (kind == null) {
            report(DataErrors.noPicture(at, path));
            return "";
        }
        return "data:" + kind + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
