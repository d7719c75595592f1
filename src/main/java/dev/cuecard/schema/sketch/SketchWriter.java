package dev.cuecard.schema.sketch;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.schema.ShowType;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes a sketch: the shapes in their layout. */
final class SketchWriter implements Type.Visitor<String> {

    private static final String LEVEL = "  ";

    private final SketchNames names;
    private final SketchNotes notes;
    private final Set<Type.Declared> below = new LinkedHashSet<>();
    private final Map<String, Json> files = new LinkedHashMap<>();
    private String indent = "";

    SketchWriter(SketchNames names) {
        this.names = names;
        this.notes = new SketchNotes(names);
    }

    String write(Type root) {
        StringBuilder out = new StringBuilder();
        part(out, "", null, root);
        for (int n = 0; n < below.size(); n++) {
            Type.Declared declared = List.copyOf(below).get(n);
            part(out.append("\n\n"), "type " + names.of(declared) + " = ", declared.doc(), declared.type());
        }
        files.forEach((name, schema) -> out.append("\n\n// ")
                .append(name)
                .append(" is any value that this JSON Schema allows:\n")
                .append(JsonText.compact(schema)));
        return out.toString();
    }

    private void part(StringBuilder out, String head, @Nullable String doc, Type type) {
        above(out, doc, type);
        out.append(head).append(type.accept(this));
        behind(out, type);
    }

    private void above(StringBuilder out, @Nullable String doc, Type type) {
        for (String line : notes.above(doc, type)) {
            out.append(indent).append(line.isEmpty() ? "//" : "// " + line).append('\n');
        }
    }

    private void behind(StringBuilder out, Type type) {
        String note = notes.behind(type);
        if (!note.isEmpty()) {
            out.append(" // ").append(note);
        }
    }

    @Override
    public String text(Type.Text type) {
        return "string";
    }

    @Override
    public String number(Type.Num type) {
        return type.integer() ? "integer" : "number";
    }

    @Override
    public String bool(Type.Bool type) {
        return "boolean";
    }

    @Override
    public String nil(Type.Null type) {
        return "null";
    }

    @Override
    public String any(Type.Any type) {
        return "any";
    }

    @Override
    public String format(Type.Format type) {
        return "string";
    }

    @Override
    public String literals(Type.Literals type) {
        StringJoiner all = new StringJoiner(" | ");
        type.values().forEach(v -> all.add(v.value().toString()));
        return all.toString();
    }

    @Override
    public String array(Type.Array type) {
        String item = type.item().accept(this);
        return (isSeveral(type.item()) ? "(" + item + ")" : item) + "[]";
    }

    private boolean isSeveral(Type type) {
        if (type instanceof Type.Named named) {
            return names.inPlace(named.declared()) && isSeveral(named.declared().type());
        }
        return type instanceof Type.Union
                || type instanceof Type.Nullish
                || (type instanceof Type.Literals literals && literals.values().size() > 1);
    }

    @Override
    public String object(Type.Obj type) {
        if (type.fields().isEmpty()) {
            return type.open() ? "{ [key: string]: any }" : "{}";
        }
        String outside = indent;
        indent = outside + LEVEL;
        StringBuilder out = new StringBuilder("{");
        int left = type.fields().size() + (type.open() ? 1 : 0);
        for (Type.Obj.Field field : type.fields()) {
            out.append('\n');
            above(out, field.doc(), field.type());
            out.append(indent).append(ShowType.name(field.name())).append(field.optional() ? "?: " : ": ");
            out.append(field.type().accept(this)).append(--left > 0 ? "," : "");
            behind(out, field.type());
        }
        if (type.open()) {
            out.append('\n').append(indent).append("[key: string]: any");
        }
        indent = outside;
        return out.append('\n').append(indent).append('}').toString();
    }

    @Override
    public String map(Type.MapOf type) {
        return "{ [key: string]: " + type.value().accept(this) + " }";
    }

    @Override
    public String nullable(Type.Nullish type) {
        String inner = type.type().accept(this);
        return Types.acceptsNull(type.type()) ? inner : inner + " | null";
    }

    @Override
    public String union(Type.Union type) {
        StringJoiner all = new StringJoiner(" | ");
        type.members().forEach(m -> all.add(m.type().accept(this)));
        return all.toString();
    }

    @Override
    public String named(Type.Named type) {
        Type.Declared declared = type.declared();
        if (names.inPlace(declared)) {
            return declared.type().accept(this);
        }
        below.add(declared);
        return names.of(declared);
    }

    @Override
    public String external(Type.External type) {
        String path = type.source().name();
        String name = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        Json known = files.putIfAbsent(name, type.schema());
        if (known != null && !known.equals(type.schema())) {
            name = path;
            files.put(name, type.schema());
        }
        return "any /* " + name + " */";
    }

    @Override
    public String image(Type.Image type) {
        return "string";
    }
}
