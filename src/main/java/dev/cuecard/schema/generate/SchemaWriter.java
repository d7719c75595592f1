package dev.cuecard.schema.generate;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.ExternalSchema;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a type as JSON Schema, members in the order in which a person would write them. */
final class SchemaWriter {

    private final Definitions definitions = new Definitions();
    private final Map<String, Span> origins = new HashMap<>();
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, Type.External> externals = new HashMap<>();

    GeneratedSchema write(Type root) {
        Json.ObjBuilder schema = Json.object();
        write(root, null, "").members().forEach(schema::put);
        Json.ObjBuilder defs = Json.object();
        for (Type type = definitions.next(); type != null; type = definitions.next()) {
            String key = definitions.keyOf(type);
            String pointer = JsonPointer.append("/$defs", key);
            if (type instanceof Type.Named named) {
                mark(pointer, named.declared().origin());
                defs.put(key, write(named.declared().type(), named.declared().doc(), pointer));
            } else if (type instanceof Type.External external) {
                mark(pointer, external.origin());
                types.put(pointer, external);
                externals.put(pointer, external);
                defs.put(key, ExternalSchema.embedded(external.schema(), key));
            }
        }
        Json.Obj all = defs.done();
        if (!all.members().isEmpty()) {
            schema.put("$defs", all);
        }
        return new GeneratedSchema(schema.done(), origins, types, externals);
    }

    private Json.Obj write(Type type, @Nullable String doc, String pointer) {
        types.put(pointer, type);
        mark(pointer, type.origin());
        Node node = new Node(pointer);
        node.out.put("description", Description.of(doc, type));
        type.accept(node);
        return node.out.done();
    }

    private void mark(String pointer, @Nullable Span origin) {
        if (origin != null) {
            origins.put(pointer, origin);
        }
    }

    /** One schema object. */
    private final class Node implements Type.Visitor<Json.ObjBuilder> {

        private final String pointer;
        private final Json.ObjBuilder out = Json.object();
        private boolean orNull;

        Node(String pointer) {
            this.pointer = pointer;
        }

        private Json.ObjBuilder type(String name) {
            return orNull ? out.putStrings("type", List.of(name, "null")) : out.put("type", name);
        }

        @Override
        public Json.ObjBuilder text(Type.Text type) {
            type("string");
            bound("minLength", type.min());
            bound("maxLength", type.max());
            return type.pattern() == null
                    ? out
                    : out.put("pattern", type.pattern().text());
        }

        private void bound(String keyword, @Nullable Integer value) {
            if (value != null) {
                out.put(keyword, value);
            }
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
            return out;
        }

        @Override
        public Json.ObjBuilder format(Type.Format type) {
            return type("string").put("format", type.kind().format());
        }

        @Override
        public Json.ObjBuilder literals(Type.Literals type) {
            List<Json> values = new ArrayList<>();
            for (Type.Literals.Value value : type.values()) {
                mark(pointer + "/enum/" + values.size(), value.origin());
                values.add(value.value());
            }
            if (orNull) {
                values.add(Json.nil());
            }
            return values.size() == 1 ? out.put("const", values.get(0)) : out.put("enum", Json.array(values));
        }

        @Override
        public Json.ObjBuilder array(Type.Array type) {
            type("array").put("items", write(type.item(), null, pointer + "/items"));
            bound("minItems", type.min());
            bound("maxItems", type.max());
            return out;
        }

        @Override
        public Json.ObjBuilder object(Type.Obj type) {
            Json.ObjBuilder properties = Json.object();
            List<String> required = new ArrayList<>();
            for (Type.Obj.Field field : type.fields()) {
                String place = JsonPointer.append(pointer + "/properties", field.name());
                mark(place, field.origin());
                properties.put(field.name(), write(field.type(), field.doc(), place));
                if (!field.optional()) {
                    mark(pointer + "/required/" + required.size(), field.origin());
                    required.add(field.name());
                }
            }
            type("object").put("properties", properties.done());
            if (!required.isEmpty()) {
                out.putStrings("required", required);
            }
            return type.open() ? out : out.put("additionalProperties", false);
        }

        @Override
        public Json.ObjBuilder map(Type.MapOf type) {
            return type("object")
                    .put("additionalProperties", write(type.value(), null, pointer + "/additionalProperties"));
        }

        @Override
        public Json.ObjBuilder nullable(Type.Nullish type) {
            Type inner = type.type();
            if (Types.acceptsNull(inner)) {
                return inner.accept(this);
            } else if (inner instanceof Type.Union union) {
                return anyOf(branches(union), true);
            } else if (inner instanceof Type.Named || inner instanceof Type.External) {
                return anyOf(List.of(inner), true);
            }
            orNull = true;
            return inner.accept(this);
        }

        @Override
        public Json.ObjBuilder union(Type.Union type) {
            return anyOf(branches(type), false);
        }

        private List<Type> branches(Type.Union union) {
            return union.members().stream().map(Type.Union.Member::type).toList();
        }

        private Json.ObjBuilder anyOf(List<Type> branches, boolean withNull) {
            List<Json> all = new ArrayList<>();
            for (Type branch : branches) {
                all.add(write(branch, null, pointer + "/anyOf/" + all.size()));
            }
            if (withNull) {
                types.put(pointer + "/anyOf/" + all.size(), Types.NULL);
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
            return out.put("$ref", definitions.refTo(type));
        }

        @Override
        public Json.ObjBuilder image(Type.Image type) {
            return type("string");
        }
    }
}
