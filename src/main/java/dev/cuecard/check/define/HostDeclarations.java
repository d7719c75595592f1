package dev.cuecard.check.define;

import dev.cuecard.check.CheckedFunction;
import dev.cuecard.check.Findings;
import dev.cuecard.check.HostNames;
import dev.cuecard.check.builtin.BuiltinNames;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.names.Imports;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.names.Unit;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.types.TypeResolver;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.host.HostFunction;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a host declares: functions and filters, written as a tool is. */
public final class HostDeclarations {

    private static final Pattern NAME = Pattern.compile("\\s*([\\p{L}_][\\p{L}0-9_]*)");

    private final Map<String, CheckedFunction> functions = new LinkedHashMap<>();
    private final Map<String, CheckedFunction> filters = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    /** Nothing yet. */
    public HostDeclarations() {}

    /** What was declared. */
    public HostNames names() {
        return new HostNames(functions, filters, lost);
    }

    /** What is wrong with it. */
    public List<Diagnostic> findings() {
        return List.copyOf(findings);
    }

    /** Adds a function; what is wrong with it is a finding. */
    public void function(HostFunction function) {
        CheckedFunction checked = checked(function, "function", false);
        if (checked == null) {
            lose(function);
        } else {
            add(functions, checked, "function", BuiltinNames.functions());
        }
    }

    /** Adds a filter; a safe one leaves text from outside fenced. */
    public void filter(HostFunction filter, boolean safe) {
        CheckedFunction checked = checked(filter, "filter", safe);
        if (checked == null) {
            lose(filter);
        } else if (checked.params().isEmpty() || checked.params().get(0).optional()) {
            findings.add(HostErrors.filtersNothing(checked.name()));
            lose(filter);
        } else {
            add(filters, checked, "filter", BuiltinNames.filters());
        }
    }

    /** Keeps the word that the declaration begins with: what is wrong is said, and not once more where it is used. */
    private void lose(HostFunction function) {
        Matcher name = NAME.matcher(function.declaration());
        if (name.lookingAt()) {
            lost.add(name.group(1));
        }
    }

    private void add(Map<String, CheckedFunction> names, CheckedFunction checked, String what, List<String> builtIn) {
        if (builtIn.contains(checked.name())) {
            findings.add(HostErrors.taken(checked.name(), what));
        } else if (names.putIfAbsent(checked.name(), checked) != null) {
            findings.add(HostErrors.twice(checked.name(), what));
        }
    }

    private @Nullable CheckedFunction checked(HostFunction function, String what, boolean safe) {
        String declaration = function.declaration();
        Parsed parsed = PromptParser.parse(new Source("a declaration of the host", "tool " + declaration));
        List<Declaration> all = parsed.file().declarations();
        if (!parsed.findings().isEmpty()
                || all.size() != 1
                || !(all.get(0) instanceof Declaration.Tool tool)
                || tool.mode() != null
                || tool.result() == null) {
            Diagnostic why =
                    parsed.findings().isEmpty() ? null : parsed.findings().get(0);
            findings.add(HostErrors.unreadable(declaration, what, why));
            return null;
        }
        Findings mistakes = new Findings();
        Unit unit = new Imports(MemoryFiles.none(), mistakes).join(parsed.file());
        TypeResolver types = new Checking(mistakes, MemoryFiles.none(), false).types(new Lookup(unit, mistakes));
        Type result = types.resolve(tool.result());
        List<CheckedFunction.Param> params = params(tool, types);
        if (params == null || Diagnostic.stops(mistakes.sorted())) {
            Diagnostic why =
                    mistakes.sorted().isEmpty() ? null : mistakes.sorted().get(0);
            findings.add(HostErrors.unreadable(declaration, what, why));
            return null;
        } else if (Pictures.in(result) != null || params.stream().anyMatch(one -> Pictures.in(one.type()) != null)) {
            findings.add(HostErrors.picture(declaration, what));
            return null;
        }
        return new CheckedFunction(tool.name().text(), params, result, safe, function);
    }

    /** Null when one has no type, has a default, or has the name of another. */
    private static @Nullable List<CheckedFunction.Param> params(Declaration.Tool tool, TypeResolver types) {
        List<CheckedFunction.Param> params = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Declaration.Param param : tool.params()) {
            if (param.type() == null
                    || param.value() != null
                    || !names.add(param.name().text())) {
                return null;
            }
            params.add(new CheckedFunction.Param(
                    param.name().text(), types.resolve(param.type()), param.optional() != null));
        }
        return params;
    }
}
