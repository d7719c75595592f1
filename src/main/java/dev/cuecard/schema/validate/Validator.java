package dev.cuecard.schema.validate;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Deep;
import dev.cuecard.schema.engine.Engine;
import dev.cuecard.schema.engine.Finding;
import dev.cuecard.schema.engine.Nodes;
import dev.cuecard.schema.engine.SchemaMap;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.read.Place;
import java.util.ArrayList;
import java.util.List;

/** Judges values by a schema. Compiled once for a prompt; may be used by several threads at a time. */
public final class Validator {

    private final Schema schema;
    private final SchemaMap map;

    private Validator(Schema schema, SchemaMap map) {
        this.schema = schema;
        this.map = map;
    }

    /**
     * Makes a schema ready.
     *
     * @throws IllegalArgumentException when one of its schema files has a {@link SchemaProblem}: the checker looks for
     *     them first
     */
    public static Validator compile(GeneratedSchema schema) {
        List<SchemaProblem> problems = SchemaProblem.of(schema);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.get(0).toString());
        }
        return new Validator(Engine.compile(schema.schema()), new SchemaMap(schema));
    }

    /** What is wrong with a value, in the order of the places in it; empty for a value that fits. */
    public List<Violation> validate(Json value) {
        return Deep.apply(value, this::judge);
    }

    private List<Violation> judge(Json value) {
        Place root = Place.root(value);
        List<Finding> findings = new ArrayList<>();
        for (Error error : schema.validate(Nodes.of(value))) {
            findings.add(new Finding(error, map, root));
        }
        return findings.isEmpty() ? List.of() : new Verdict(map, value).of(findings);
    }
}
