package dev.cuecard.repl.complete;

import dev.cuecard.check.names.PlainText;
import dev.cuecard.repl.complete.shape.NodeShape;
import dev.cuecard.repl.complete.shape.Shape;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Doc;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.TypeNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a prompt declares, by kind, each with what is to know of it. A name that is declared again is what it is last. */
final class Names implements Declaration.Visitor<Names> {

    /** The kinds of names. */
    enum Kind {
        INPUT("inputs"),
        LET("values"),
        TEMPLATE("templates"),
        TYPE("types"),
        ROLE("roles"),
        TOOL("tools"),
        MODEL("models"),
        IMPORTED("imported");

        private final String group;

        Kind(String group) {
            this.group = group;
        }
    }

    private final Map<Kind, Map<String, Suggestion>> names = new HashMap<>();
    private final Function<String, @Nullable PromptFile> imports;
    private final Map<String, Names> imported = new HashMap<>();
    private final Map<String, TypeNode> types = new HashMap<>();
    /** Types of imported files, by the names that they have there. */
    private final Map<String, TypeNode> foreign = new HashMap<>();

    private final Map<String, Shape> inputs = new HashMap<>();
    private Shape output = Shape.UNKNOWN;

    /**
     * @param files the prompt, and then what is being typed
     * @param imports what stands in a file that is imported by a path, or null
     */
    Names(List<PromptFile> files, Function<String, @Nullable PromptFile> imports) {
        this.imports = imports;
        files.forEach(file -> file.declarations().forEach(declaration -> declaration.accept(this)));
    }

    /** The names of a kind, in their order. */
    List<Suggestion> of(Kind kind) {
        return List.copyOf(names.getOrDefault(kind, Map.of()).values());
    }

    /** What the file declares that goes by a name here, or null when none does, or when it cannot be read. */
    @Nullable
    Names imported(String alias) {
        return imported.get(alias);
    }

    /** The shape of an input, or null when none has that name. */
    @Nullable
    Shape input(String name) {
        return inputs.get(name);
    }

    /** The shape of the output. */
    Shape output() {
        return output;
    }

    private void add(Kind kind, Name name, String description, @Nullable Doc doc) {
        add(kind, name.text(), name.text(), description, doc, "");
    }

    private void add(Kind kind, String name, String display, String description, @Nullable Doc doc, String after) {
        String about = doc == null
                ? description
                : join(description, doc.text().lines().findFirst().orElse(""));
        Map<String, Suggestion> all = names.computeIfAbsent(kind, k -> new LinkedHashMap<>());
        all.remove(name);
        all.put(name, new Suggestion(name + after, display, about, kind.group, !after.isEmpty()));
    }

    private static String join(String description, String doc) {
        return description.isEmpty() ? doc : doc.isEmpty() ? description : description + " · " + doc;
    }

    private Shape shape(TypeNode node) {
        return new NodeShape(node, name -> types.getOrDefault(name, foreign.get(name)));
    }

    @Override
    public Names var(Declaration.Var var) {
        String value =
                var.value() == null ? "" : " = " + oneLine(var.value().span().text());
        String type = var.type() == null ? "" : oneLine(var.type().span().text());
        String untrusted = var.untrusted() == null ? "" : "untrusted ";
        add(Kind.INPUT, var.name(), (untrusted + type + value).strip(), var.doc());
        inputs.put(var.name().text(), var.type() == null ? Shape.UNKNOWN : shape(var.type()));
        return this;
    }

    @Override
    public Names let(Declaration.Let let) {
        add(Kind.LET, let.name(), "= " + oneLine(let.value().span().text()), let.doc());
        return this;
    }

    @Override
    public Names template(Declaration.Template template) {
        List<String> params = new ArrayList<>();
        template.params().forEach(param -> params.add(oneLine(param.span().text())));
        String name = template.name().text();
        add(Kind.TEMPLATE, name, name + "(" + String.join(", ", params) + ")", "", template.doc(), "(");
        return this;
    }

    @Override
    public Names type(Declaration.Type type) {
        add(Kind.TYPE, type.name(), oneLine(type.type().span().text()), type.doc());
        types.put(type.name().text(), type.type());
        return this;
    }

    @Override
    public Names role(Declaration.Role role) {
        add(
                Kind.ROLE,
                role.name(),
                role.role().text() + " " + role.speaker().span().text(),
                role.doc());
        return this;
    }

    @Override
    public Names tool(Declaration.Tool tool) {
        List<String> params = new ArrayList<>();
        tool.params().forEach(param -> params.add(oneLine(param.span().text())));
        String result =
                tool.result() == null ? "" : ": " + oneLine(tool.result().span().text());
        add(Kind.TOOL, tool.name(), "(" + String.join(", ", params) + ")" + result, tool.doc());
        return this;
    }

    @Override
    public Names model(Declaration.Model model) {
        if (model.name() != null) {
            add(Kind.MODEL, model.name(), model.model().span().text(), model.doc());
        }
        return this;
    }

    @Override
    public Names importing(Declaration.Import importing) {
        String from = "from " + importing.path().span().text();
        PromptFile file = importing.path().isPlain() ? imports.apply(PlainText.of(importing.path())) : null;
        // What a file imports is not passed on.
        Names theirs = new Names(file == null ? List.of() : List.of(file), none -> null);
        foreign.putAll(theirs.types);
        importing.names().forEach(taken -> take(taken, theirs, from));
        if (importing.alias() != null) {
            String alias = importing.alias().text();
            if (file != null) {
                imported.put(alias, theirs);
            }
            add(Kind.IMPORTED, alias, alias + ".", from, null, ".");
        }
        return this;
    }

    private void take(Declaration.Import.Taken taken, Names theirs, String from) {
        String there = taken.name().text();
        String here = taken.here().text();
        for (Kind kind : Kind.values()) {
            Suggestion known = theirs.names.getOrDefault(kind, Map.of()).get(there);
            if (known != null && kind != Kind.INPUT) {
                Suggestion renamed = new Suggestion(
                        here + known.value().substring(there.length()),
                        here + known.display().substring(there.length()),
                        join(known.description(), from),
                        known.group(),
                        known.more());
                names.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(here, renamed);
                TypeNode type = theirs.types.get(there);
                if (type != null) {
                    types.put(here, type);
                }
                return;
            }
        }
        add(Kind.IMPORTED, taken.here(), from, null);
    }

    @Override
    public Names output(Declaration.Output declared) {
        output = declared.type() == null ? Shape.UNKNOWN : shape(declared.type());
        return this;
    }

    @Override
    public Names broken(Declaration.Broken broken) {
        return this;
    }

    @Override
    public Names prompt(Declaration.Prompt prompt) {
        return this;
    }

    @Override
    public Names useModel(Declaration.UseModel use) {
        return this;
    }

    @Override
    public Names useTools(Declaration.UseTools use) {
        return this;
    }

    @Override
    public Names ensure(Declaration.Ensure ensure) {
        return this;
    }

    @Override
    public Names test(Declaration.Test test) {
        return this;
    }

    @Override
    public Names says(Declaration.Says says) {
        return this;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 59)) + "…";
    }
}
