package dev.cuecard.schema.generate;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Restrictions;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a type in the part of JSON Schema that structured outputs take. */
final class WireWriter {

    private final Definitions definitions = new Definitions();
    private final List<String> rewritten = new ArrayList<>();
    private final List<Wire.Problem> problems = new ArrayList<>();
    private final boolean ofFunction;

    /** @param ofFunction whether the root is what a function takes, which may be nothing */
    WireWriter(boolean ofFunction) {
        this.ofFunction = ofFunction;
    }

    Wire write(Type root) {
        Json.ObjBuilder schema = Json.object();
        Type open = Types.unfold(root);
        if (!(open instanceof Type.Obj)) {
            refuse("", "the root of a strict schema is an object with fields", root.origin());
        }
        String doc = root instanceof Type.Named named ? named.declared().doc() : null;
        write(open, doc, "").members().forEach(schema::put);
        Json.ObjBuilder defs = Json.object();
        for (Type type = definitions.next(); type != null; type = definitions.next()) {
            if (type instanceof Type.Named named) {
                Type.Declared declared = named.declared();
                defs.put(definitions.keyOf(type), write(declared.type(), declared.doc(), declared.name()));
            }
        }
        Json.Obj all = defs.done();
        if (!all.members().isEmpty()) {
            schema.put("$defs", all);
        }
        Json.Obj done = schema.done();
        problems.addAll(new WireLimits(done).problems(root.origin()));
        return new Wire(done, rewritten, problems);
    }

    private Json.Obj write(Type type, @Nullable String doc, String place) {
        return new Node(type, doc, place).write();
    }

    private void refuse(String place, String text, @Nullable Span origin) {
        problems.add(new Wire.Problem(true, place, text, origin));
    }

    /** One schema object. The description is known last and stands first. */
    private final class Node implements Type.Visitor<Json.ObjBuilder> {

        private final Type whole;
        private final String place;
        private final List<String> description;
        private final Json.ObjBuilder out = Json.object();
        private boolean orNull;
        private boolean optional;

        Node(Type whole, @Nullable String doc, String place) {
            this.whole = whole;
            this.place = place;
            this.description = Description.lines(doc, whole);
        }

        Json.Obj write() {
            Json.Obj body = whole.accept(this).done();
            if (optional) {
                description.add("null when there is none");
            }
            if (description.isEmpty()) {
                return body;
            }
            Json.ObjBuilder all = Json.object().put("description", String.join("\n", description));
            // A reference bears no other keyword beside it.
            boolean reference = body.get("$ref") != null;
            if (reference) {
                all.put("anyOf", Json.array(List.of(body)));
            } else {
                body.members().forEach(all::put);
            }
            return all.done();
        }

        /** The field may be missing: here it is there, and null. */
        Json.Obj writeOptional() {
            rewritten.add(place + ": may be missing, sent as null");
            optional = true;
            return write();
        }

        /** Says in words what no keyword may say. */
        private void say(String words) {
            rewritten.add(place + ": " + words + ", said in the description");
            description.add(words);
        }

        private Json.ObjBuilder type(String name) {
            return orNull ? out.putStrings("type", List.of(name, "null")) : out.put("type", name);
        }

        @Override
        public Json.ObjBuilder text(Type.Text type) {
            String length = Restrictions.length(type);
            if (length != null) {
                say(length);
            }
            type("string");
            return type.pattern() == null
                    ? out
                    : out.put("pattern", type.pattern().text());
        }

        @Override
        public Json.ObjBuilder number(Type.Num type) {
            type(type.integer() ? "integer" : "number");
            if (type.min() != null) {
                out.put(type.minOpen() ? "exclusiveMinimum" : "minimum", Json.of(type.min()));
            }
            if (type.max() != null) {
                out.put(type.maxOpen() ? "exclusiveMaximum" : "maximum", Json.of(type.max()));
            }
            return out;
        }

        @Override
        public Json.ObjBuilder bool(Type.Bool type) {
            return type("boolean");
        }

        @Override
        public Json.ObjBuilder nil(Type.Null type) {
            return out.put("type", "null");
        }

        @Override
        public Json.ObjBuilder any(Type.Any type) {
            refuse(place, "a strict schema needs the type of each value", type.origin());
            return out;
        }

        @Override
        public Json.ObjBuilder format(Type.Format type) {
            if (type.kind() == Type.Format.Kind.URI) {
                say(Restrictions.format(type.kind()));
                return type("string");
            }
            return type("string").put("format", type.kind().format());
        }

        @Override
        public Json.ObjBuilder literals(Type.Literals type) {
            Map<LiteralType, List<Json>> byType = new EnumMap<>(LiteralType.class);
            for (Type.Literals.Value value : type.values()) {
                byType.computeIfAbsent(LiteralType.of(value.value()), k -> new ArrayList<>())
                        .add(value.value());
            }
            if (byType.size() == 1) {
                byType.forEach((kind, values) -> literals(out, kind.word, values, orNull));
                return out;
            }
            List<Json> branches = new ArrayList<>();
            byType.forEach((kind, values) -> {
                Json.ObjBuilder branch = Json.object();
                literals(branch, kind.word, values, false);
                branches.add(branch.done());
            });
            return anyOf(branches, orNull);
        }

        private static void literals(Json.ObjBuilder out, String type, List<Json> values, boolean orNull) {
            if (orNull) {
                List<Json> all = new ArrayList<>(values);
                all.add(Json.nil());
                out.putStrings("type", List.of(type, "null")).put("enum", Json.array(all));
            } else if (values.size() == 1) {
                out.put("type", type).put("const", values.get(0));
            } else {
                out.put("type", type).put("enum", Json.array(values));
            }
        }

        @Override
        public Json.ObjBuilder array(Type.Array type) {
            type("array").put("items", WireWriter.this.write(type.item(), null, JsonPointer.append(place, "*")));
            if (type.min() != null) {
                out.put("minItems", type.min());
            }
            if (type.max() != null) {
                out.put("maxItems", type.max());
            }
            return out;
        }

        @Override
        public Json.ObjBuilder object(Type.Obj type) {
            if (type.open()) {
                refuse(place, "a strict schema has closed objects only", type.origin());
            } else if (type.fields().isEmpty() && !(ofFunction && place.isEmpty())) {
                refuse(place, "a strict schema has no objects without fields", type.origin());
            }
            Json.ObjBuilder properties = Json.object();
            List<String> names = new ArrayList<>();
            for (Type.Obj.Field field : type.fields()) {
                names.add(field.name());
                properties.put(field.name(), field(field, JsonPointer.append(place, field.name())));
            }
            return type("object")
                    .put("properties", properties.done())
                    .putStrings("required", names)
                    .put("additionalProperties", false);
        }

        private Json.Obj field(Type.Obj.Field field, String where) {
            if (!field.optional()) {
                return WireWriter.this.write(field.type(), field.doc(), where);
            } else if (Types.acceptsNull(field.type()) && !Types.acceptsAnything(field.type())) {
                refuse(
                        where,
                        "in a strict schema null stands for what is missing, so this cannot be null too",
                        field.type().origin() == null
                                ? field.origin()
                                : field.type().origin());
                return WireWriter.this.write(field.type(), field.doc(), where);
            }
            return new Node(new Type.Nullish(field.type(), null), field.doc(), where).writeOptional();
        }

        @Override
        public Json.ObjBuilder map(Type.MapOf type) {
            refuse(place, "a strict schema knows each field by name", type.origin());
            return type("object");
        }

        @Override
        public Json.ObjBuilder nullable(Type.Nullish type) {
            Type inner = type.type();
            if (Types.acceptsNull(inner) && !Types.acceptsAnything(inner)) {
                return inner.accept(this);
            } else if (inner instanceof Type.Union || inner instanceof Type.Named) {
                orNull = true;
                return inner instanceof Type.Union union
                        ? union(union)
                        : anyOf(List.of(WireWriter.this.write(inner, null, place)), true);
            }
            orNull = true;
            return inner.accept(this);
        }

        @Override
        public Json.ObjBuilder union(Type.Union type) {
            List<Json> branches = new ArrayList<>();
            type.members().forEach(m -> branches.add(WireWriter.this.write(m.type(), null, place)));
            return anyOf(branches, orNull);
        }

        private Json.ObjBuilder anyOf(List<Json> branches, boolean withNull) {
            List<Json> all = new ArrayList<>(branches);
            if (withNull) {
                all.add(Json.object().put("type", "null").done());
            }
            return out.put("anyOf", Json.array(all));
        }

        @Override
        public Json.ObjBuilder named(Type.Named type) {
            return out.put("$ref", definitions.refTo(type));
        }

        @Override
        public Json.ObjBuilder external(Type.External type) {
            refuse(place, "a schema file is not rewritten for a strict schema", type.origin());
            return out;
        }

        @Override
        public Json.ObjBuilder image(Type.Image type) {
            return type("string");
        }
    }

    /** The types of literals, as JSON Schema calls them. */
    private enum LiteralType {
        STRING("string"),
        INTEGER("integer"),
        NUMBER("number"),
        BOOLEAN("boolean");

        private final String word;

        LiteralType(String word) {
            this.word = word;
        }

        static LiteralType of(Json value) {
            if (value instanceof Json.Num number) {
                return number.isInteger() ? INTEGER : NUMBER;
            }
            return value instanceof Json.Bool ? BOOLEAN : STRING;
        }
    }
}
