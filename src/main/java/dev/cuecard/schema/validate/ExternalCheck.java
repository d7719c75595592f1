package dev.cuecard.schema.validate;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SpecificationVersion;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.engine.Engine;
import dev.cuecard.schema.engine.Finding;
import dev.cuecard.schema.engine.Metaschema;
import dev.cuecard.schema.engine.Nodes;
import dev.cuecard.schema.engine.SchemaMap;
import dev.cuecard.schema.engine.SchemaParts;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.read.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong with a schema file before anything is validated by it. */
final class ExternalCheck {

    private final Type.External external;
    private final @Nullable JsonDocument document;
    private final List<SchemaProblem> problems = new ArrayList<>();

    ExternalCheck(Type.External external) {
        this.external = external;
        this.document =
                JsonText.parse(external.source()) instanceof JsonReading.Parsed parsed ? parsed.document() : null;
    }

    List<SchemaProblem> problems() {
        Json schema = external.schema();
        SpecificationVersion dialect = dialect(schema);
        if (dialect != null) {
            isSchema(schema, dialect);
        }
        if (problems.isEmpty()) {
            parts(schema);
        }
        if (problems.isEmpty()) {
            compiles();
        }
        problems.sort(Comparator.comparingInt(p -> p.place().start()));
        return List.copyOf(problems);
    }

    /** What another file, whose identifiers are taken, calls itself too: a reference to it could mean either. */
    List<SchemaProblem> sharedIdentifiers(Json embedded, Set<String> taken) {
        new SchemaParts(embedded).identifiers().forEach((identifier, place) -> {
            if (!taken.add(identifier)) {
                problem(SchemaProblem.Kind.REFERENCE, "another file calls itself the same", place);
            }
        });
        return List.copyOf(problems);
    }

    /** The dialect that the file names, the newest when it names none; null, with a problem, for one not known here. */
    private @Nullable SpecificationVersion dialect(Json schema) {
        Json named = schema instanceof Json.Obj object ? object.get("$schema") : null;
        if (!(named instanceof Json.Str id)) {
            return SpecificationVersion.DRAFT_2020_12;
        }
        String plain =
                id.value().endsWith("#") ? id.value().substring(0, id.value().length() - 1) : id.value();
        Optional<SpecificationVersion> version =
                SpecificationVersion.fromDialectId(plain).or(() -> SpecificationVersion.fromDialectId(plain + "#"));
        if (version.isEmpty()) {
            problem(SchemaProblem.Kind.SCHEMA, "expected a dialect of JSON Schema from draft 4 to 2020-12", "/$schema");
        }
        return version.orElse(null);
    }

    private void isSchema(Json schema, SpecificationVersion dialect) {
        Metaschema metaschema = Metaschema.of(dialect);
        Place root = Place.root(schema);
        List<Finding> findings = new ArrayList<>();
        for (Error error : metaschema.schema().validate(Nodes.of(schema))) {
            Finding finding = new Finding(error, metaschema.map(), root);
            // Patterns are looked at further below.
            if (!isPattern(finding)) {
                findings.add(finding);
            }
        }
        if (!findings.isEmpty()) {
            new Verdict(metaschema.map(), schema)
                    .of(findings)
                    .forEach(v -> problem(SchemaProblem.Kind.SCHEMA, v.expected(), v.pointer()));
        }
    }

    private static boolean isPattern(Finding finding) {
        return finding.keyword().equals("propertyNames")
                || (finding.keyword().equals("format")
                        && Json.of("regex").equals(finding.rule().get("format")));
    }

    private void parts(Json schema) {
        SchemaParts parts = new SchemaParts(schema);
        for (Map.Entry<String, Json.Obj> part : parts.all().entrySet()) {
            if (part.getValue().get("pattern") instanceof Json.Str pattern) {
                pattern(pattern.value(), part.getKey() + "/pattern");
            }
            if (part.getValue().get("patternProperties") instanceof Json.Obj patterns) {
                String place = part.getKey() + "/patternProperties";
                patterns.members().forEach((name, rule) -> {
                    pattern(name, JsonPointer.append(place, name));
                    identifier(rule, JsonPointer.append(place, name));
                });
            }
        }
        parts.badReferences().forEach((place, text) -> problem(SchemaProblem.Kind.REFERENCE, text, place));
    }

    /** The library loses its way in such a one. */
    private void identifier(Json rule, String place) {
        for (String keyword : List.of("$id", "id")) {
            if (rule instanceof Json.Obj object && object.get(keyword) instanceof Json.Str) {
                String text = "an identifier cannot be used right below `patternProperties`";
                problem(SchemaProblem.Kind.SCHEMA, text, JsonPointer.append(place, keyword));
            }
        }
    }

    private void pattern(String pattern, String place) {
        try {
            Regex.of(pattern);
        } catch (Regex.Broken e) {
            problem(
                    SchemaProblem.Kind.PATTERN,
                    "not a pattern that takes linear time: " + Quoted.cut(String.valueOf(e.getMessage())),
                    place);
        }
    }

    /** The last word is the library's. */
    private void compiles() {
        try {
            Engine.compile(Schemas.full(external).schema());
        } catch (SchemaException e) {
            problem(SchemaProblem.Kind.SCHEMA, "not a schema that can be used here", "");
        }
    }

    private void problem(SchemaProblem.Kind kind, String text, String pointer) {
        Source source = external.source();
        Span whole = source.span(0, source.text().length());
        Span place = document == null ? whole : place(document, pointer);
        Span first = SchemaMap.firstLine(place);
        problems.add(new SchemaProblem(kind, text, first == null ? place : first, external.origin()));
    }

    /** Of a member whose name is what is wrong, the name. */
    private static Span place(JsonDocument document, String pointer) {
        boolean name = JsonPointer.parent(pointer).endsWith("/patternProperties");
        return name ? document.keySpan(pointer) : document.span(pointer);
    }
}
