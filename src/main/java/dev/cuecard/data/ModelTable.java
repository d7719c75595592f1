package dev.cuecard.data;

import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The models that are known, by the exact name that a request gives. Immutable. */
public final class ModelTable {

    private static final ModelTable BUILT_IN = read();

    private final LocalDate asOf;
    private final Map<String, Json.Obj> models;

    private ModelTable(LocalDate asOf, Map<String, Json.Obj> models) {
        this.asOf = asOf;
        this.models = Collections.unmodifiableMap(models);
    }

    /** The table that comes with this version. */
    public static ModelTable builtIn() {
        return BUILT_IN;
    }

    private static ModelTable read() {
        try (InputStream in = ModelTable.class.getResourceAsStream("models.json")) {
            if (in == null) {
                throw new IllegalStateException("no models.json");
            }
            Source source = new Source("models.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (JsonText.parse(source) instanceof JsonReading.Parsed parsed
                    && parsed.document().value() instanceof Json.Obj file
                    && file.get("as_of") instanceof Json.Str asOf
                    && file.get("models") instanceof Json.Obj members) {
                Map<String, Json.Obj> models = new LinkedHashMap<>();
                members.members().forEach((name, facts) -> models.put(name, (Json.Obj) facts));
                return new ModelTable(LocalDate.parse(asOf.value()), models);
            }
            throw new IllegalStateException("models.json is no table of models");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day on which the built-in facts were gathered. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The names, in the order of the table. */
    public Set<String> names() {
        return models.keySet();
    }

    /** What is known of a model, or null. */
    public @Nullable ModelFacts find(String name) {
        Json.Obj facts = models.get(name);
        return facts == null ? null : ModelFacts.of(name, facts);
    }

    /**
     * This table with what a configuration says of models: a fact of theirs hides the same fact here, others stay.
     *
     * @param more the members of {@code models} in {@code cuecard.json}, checked before
     */
    public ModelTable plus(Map<String, Json.Obj> more) {
        Map<String, Json.Obj> joined = new LinkedHashMap<>(models);
        more.forEach((name, facts) -> joined.merge(name, facts, ModelTable::over));
        return new ModelTable(asOf, joined);
    }

    /** Facts about one model, where a later fact hides the same earlier one. */
    public static Json.Obj over(Json.Obj before, Json.Obj after) {
        Map<String, Json> members = new LinkedHashMap<>(before.members());
        members.putAll(after.members());
        return new Json.Obj(members);
    }
}
