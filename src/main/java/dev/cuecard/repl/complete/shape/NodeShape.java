package dev.cuecard.repl.complete.shape;

import dev.cuecard.syntax.TypeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a type as it is written: of use where a prompt is not whole, so that no type has been checked yet.
 *
 * @param node the type
 * @param named what the names of types mean, null for those that are not declared here
 */
public record NodeShape(TypeNode node, Function<String, @Nullable TypeNode> named) implements Shape {

    private static final int MOST_NAMES = 20;

    @Override
    public String shown() {
        return node.span().text().replaceAll("\\s+", " ");
    }

    @Override
    public List<Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (TypeNode branch : branches()) {
            if (branch instanceof TypeNode.ObjectOf object) {
                for (TypeNode.FieldOf field : object.fields()) {
                    String name = field.name().text();
                    String doc = field.doc() == null ? "" : field.doc().text();
                    fields.putIfAbsent(
                            name, new Field(name, field.optional() != null, doc, new NodeShape(field.type(), named)));
                }
            }
        }
        return List.copyOf(fields.values());
    }

    @Override
    public @Nullable Shape item() {
        for (TypeNode branch : branches()) {
            if (branch instanceof TypeNode.Array array) {
                return new NodeShape(array.item(), named);
            }
        }
        return null;
    }

    @Override
    public List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (TypeNode branch : branches()) {
            if (branch instanceof TypeNode.Literal literal) {
                literals.add(literal.span().text());
            } else if (isNamed(branch, "boolean")) {
                literals.addAll(List.of("true", "false"));
            } else if (!isNamed(branch, "null")) {
                return List.of();
            }
        }
        return literals;
    }

    private static boolean isNamed(TypeNode node, String name) {
        return node instanceof TypeNode.Named one && one.name().text().equals(name);
    }

    private List<TypeNode> branches() {
        List<TypeNode> branches = new ArrayList<>();
        collect(node, branches, 0);
        return branches;
    }

    private void collect(TypeNode type, List<TypeNode> into, int depth) {
        if (depth > MOST_NAMES) {
            return;
        } else if (type instanceof TypeNode.Nullish nullish) {
            collect(nullish.type(), into, depth + 1);
        } else if (type instanceof TypeNode.Union union) {
            union.members().forEach(member -> collect(member.type(), into, depth + 1));
        } else if (type instanceof TypeNode.Named name) {
            TypeNode meaning = named.apply(name.name().text());
            if (meaning == null) {
                into.add(type);
            } else {
                collect(meaning, into, depth + 1);
            }
        } else {
            into.add(type);
        }
    }
}
