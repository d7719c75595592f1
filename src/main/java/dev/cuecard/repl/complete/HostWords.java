package dev.cuecard.repl.complete;

import dev.cuecard.check.CheckedFunction;
import dev.cuecard.check.HostNames;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions and filters that the host adds to the language, those that {@code cuecard.json} declares too. */
final class HostWords {

    private HostWords() {}

    static List<Suggestion> functions(HostNames host) {
        return host.functions().values().stream()
                .map(function -> Suggestion.open(
                        function.name() + "(",
                        function.name() + "(" + listed(function.params()) + ")",
                        Types.show(function.result()) + " · of the host",
                        "functions"))
                .toList();
    }

    /** Those that take a type; all when it is not known. */
    static List<Suggestion> filters(HostNames host, @Nullable Type type) {
        return host.filters().values().stream()
                .filter(filter -> type == null
                        || Types.assignable(type, filter.params().get(0).type()))
                .map(HostWords::filter)
                .toList();
    }

    private static Suggestion filter(CheckedFunction filter) {
        List<CheckedFunction.Param> further =
                filter.params().subList(1, filter.params().size());
        boolean needsMore = further.stream().anyMatch(param -> !param.optional());
        String display = further.isEmpty() ? filter.name() : filter.name() + "(" + listed(further) + ")";
        String about = Types.show(filter.params().get(0).type()) + " to " + Types.show(filter.result());
        return new Suggestion(
                needsMore ? filter.name() + "(" : filter.name(),
                display,
                about + " · of the host",
                "filters",
                needsMore);
    }

    private static String listed(List<CheckedFunction.Param> params) {
        return params.stream()
                .map(param -> param.name() + (param.optional() ? "?: " : ": ") + Types.show(param.type()))
                .collect(Collectors.joining(", "));
    }
}
