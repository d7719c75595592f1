package dev.cuecard.sim;

import dev.cuecard.check.CheckedOutput;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a made-up reply should be.
 *
 * @param form whether the reply is JSON, or text that stands for a value
 * @param schema the JSON Schema of the value, or null for any text
 * @param fits whether a value that was made up from the schema really fits it
 * @param accepts whether a value that fits will do: the place for {@code ensure}
 * @param tools the tools that may be called before, for somebody answers them
 */
public record Wanted(
        Form form, @Nullable Json schema, Predicate<Json> fits, Predicate<Json> accepts, List<WantedTool> tools) {

    /** The wrapper's one member. */
    private static final String VALUE = "value";

    /** Copies the tools. */
    public Wanted {
        tools = List.copyOf(tools);
    }

    /** What calls no tools. */
    public Wanted(Form form, @Nullable Json schema, Predicate<Json> fits, Predicate<Json> accepts) {
        this(form, schema, fits, accepts, List.of());
    }

    /** How the value is written. */
    public enum Form {
        /** As JSON. */
        JSON,
        /** A string as it is, anything else as JSON. */
        TEXT
    }

    /** Any text. */
    public static Wanted text() {
        return new Wanted(Form.TEXT, null, value -> true, value -> true);
    }

    /** JSON that fits a schema. */
    public static Wanted json(Json schema) {
        return new Wanted(Form.JSON, schema, value -> true, value -> true);
    }

    /** Any JSON object: one with a message. */
    public static Wanted object() {
        Type message = new Type.Obj(
                List.of(new Type.Obj.Field("message", new Type.Text(null, null, null, null), false, null, null)),
                false,
                null);
        return json(Schemas.full(message).schema());
    }

    /**
     * The output of a prompt. It compiles a schema: once for a prompt is enough.
     *
     * @param accepts whether an output, out of its wrapper, satisfies every {@code ensure}
     */
    public static Wanted of(CheckedOutput output, Predicate<Json> accepts) {
        Type type = output.type();
        if (type == null) {
            return output.mode().isJson() ? object() : text();
        }
        GeneratedSchema schema = Schemas.full(output.wrapped() ? Types.wrapper(type) : type);
        Validator validator = Validator.compile(schema);
        return new Wanted(
                output.mode().isJson() ? Form.JSON : Form.TEXT,
                schema.schema(),
                value -> validator.validate(value).isEmpty(),
                value -> accepts.test(output.wrapped() ? unwrapped(value) : value));
    }

    private static Json unwrapped(Json value) {
        Json inner = value instanceof Json.Obj object ? object.get(VALUE) : null;
        return inner == null ? value : inner;
    }

    /** The same, where those tools may be called. */
    public Wanted calling(List<WantedTool> answered) {
        return new Wanted(form, schema, fits, accepts, answered);
    }

    /** The same, with a last word on which values will do. */
    public Wanted accepting(Predicate<Json> others) {
        return new Wanted(form, schema, fits, others, tools);
    }
}
