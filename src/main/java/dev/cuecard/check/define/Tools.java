package dev.cuecard.check.define;

import dev.cuecard.check.CheckedTool;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.Unit;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.types.Sound;
import dev.cuecard.check.types.TypeErrors;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Path;
import dev.cuecard.syntax.TypeNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks tools, and which of them are sent. */
public final class Tools {

    private final Checking checking;
    private final Definitions definitions;
    private boolean allKnown = true;

    /** Those whose types mean what the definitions say. */
    public Tools(Checking checking, Definitions definitions) {
        this.checking = checking;
        this.definitions = definitions;
    }

    /** The tool of a declaration. */
    public CheckedTool tool(Entry.OfTool entry) {
        if (entry.tool == null) {
            entry.tool = define(entry);
        }
        return entry.tool;
    }

    private CheckedTool define(Entry.OfTool entry) {
        Declaration.Tool tree = entry.tree;
        String name = entry.name().text();
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            checking.findings().add(DefinitionErrors.toolName(entry.name().span(), name));
        }
        boolean strict = tree.mode() != null && tree.mode().text().equals("strict");
        if (tree.mode() != null && !strict) {
            checking.findings()
                    .add(DefinitionErrors.unknownMode(
                            tree.mode().span(), tree.mode().text(), "tool", "a tool has one mode: `strict`"));
        }
        String doc = tree.doc() == null ? null : tree.doc().text();
        Type result = tree.result() == null ? null : resolve(tree.result(), entry, "the result of a tool");
        Type.Obj params = params(entry);
        if (tree.mode() != null && strict && Sound.is(params) && Pictures.in(params) == null) {
            WireErrors.of(Schemas.wireOfParameters(params), tree.mode().span()).forEach(checking.findings()::add);
        }
        return new CheckedTool(name, entry.name().span(), doc, strict, params, result);
    }

    private Type.Obj params(Entry.OfTool entry) {
        Map<String, Span> seen = new HashMap<>();
        List<Type.Obj.Field> fields = new ArrayList<>();
        for (Declaration.Param param : entry.tree.params()) {
            String name = param.name().text();
            Type type = param.type() == null ? null : resolve(param.type(), entry, "the parameters of a tool");
            if (type == null) {
                checking.findings()
                        .add(DefinitionErrors.noType(name, param.name().span()));
                continue;
            } else if (param.value() != null) {
                checking.findings()
                        .add(DefinitionErrors.toolDefault(
                                param.value().span(), entry.name().text()));
            }
            Span first = seen.putIfAbsent(name, param.name().span());
            if (first != null) {
                checking.findings().add(NameErrors.twice(param.name(), first));
                continue;
            }
            String doc = param.doc() == null ? null : param.doc().text();
            fields.add(new Type.Obj.Field(
                    name, type, param.optional() != null, doc, param.name().span()));
        }
        return new Type.Obj(List.copyOf(fields), false, entry.name().span());
    }

    private Type resolve(TypeNode type, Entry.OfTool entry, String where) {
        Type resolved = checking.types(definitions.lookup(entry.home())).resolve(type);
        Span picture = Pictures.in(resolved);
        if (picture != null) {
            checking.findings().add(TypeErrors.picture(picture, where));
        }
        return resolved;
    }

    /** Whether every tool that is to be sent is known; told once {@link #sent} was asked. */
    public boolean allKnown() {
        return allKnown;
    }

    /** The tools that are sent: those that the file declares, then those that it names. */
    public List<CheckedTool> sent(Unit unit) {
        Map<Entry, Span> sent = new LinkedHashMap<>();
        for (Entry entry : unit.own()) {
            if (entry instanceof Entry.OfTool) {
                sent.put(entry, entry.name().span());
            }
        }
        for (Declaration declaration : unit.tree().declarations()) {
            if (declaration instanceof Declaration.UseTools use) {
                use.tools().forEach(path -> use(path, unit, sent));
            }
        }
        List<CheckedTool> tools = new ArrayList<>();
        Map<String, Span> names = new HashMap<>();
        for (Map.Entry<Entry, Span> entry : sent.entrySet()) {
            CheckedTool tool = tool((Entry.OfTool) entry.getKey());
            Span before = names.putIfAbsent(tool.name(), entry.getValue());
            if (before != null && entry.getKey().home() != unit) {
                checking.findings().add(NameErrors.secondOf(tool.name(), entry.getValue(), before));
            }
            tools.add(tool);
        }
        return tools;
    }

    private void use(Path path, Unit unit, Map<Entry, Span> sent) {
        Entry.@Nullable OfTool tool = definitions.lookup(unit).find(path, Entry.OfTool.class, "a tool");
        if (tool == null) {
            allKnown = false;
            return;
        }
        Span before = sent.get(tool);
        if (before != null && tool.home() != unit) {
            checking.findings().add(NameErrors.secondOf(path.text(), path.span(), before));
        }
        sent.putIfAbsent(tool, path.span());
    }
}
