package dev.cuecard.schema.validate;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.read.SchemaReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a schema file.
 *
 * @param kind what
 * @param text what stands there, worded as a label
 * @param place where in the file
 * @param asked the text of the prompt that names the file, or null
 */
public record SchemaProblem(
        Kind kind, String text, Span place, @Nullable Span asked) {

    /** What can be wrong. */
    public enum Kind {
        /** It is no JSON Schema. */
        SCHEMA,
        /** A reference leads out of the file, or nowhere in it; or another file has the same identifier. */
        REFERENCE,
        /** A pattern that is no expression of linear time. */
        PATTERN
    }

    /** The problems of the files that a schema embeds, those of one file in the order of their places. */
    public static List<SchemaProblem> of(GeneratedSchema schema) {
        List<SchemaProblem> problems = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        schema.externals().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> {
                    ExternalCheck check = new ExternalCheck(e.getValue());
                    problems.addAll(check.problems());
                    Json embedded = SchemaReader.at(schema.schema(), e.getKey());
                    if (problems.isEmpty() && embedded != null) {
                        problems.addAll(check.sharedIdentifiers(embedded, taken));
                    }
                });
        return List.copyOf(problems);
    }

    /** The problems of one file. */
    public static List<SchemaProblem> of(Type.External external) {
        return new ExternalCheck(external).problems();
    }
}
