package dev.cuecard.check.call;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.HostNames;
import dev.cuecard.check.builtin.FilterRule;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.value.Shown;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes of filters. */
final class FilterErrors {

    private FilterErrors() {}

    static Diagnostic unknownFilter(Name name, Scope scope, HostNames host) {
        List<String> known = new ArrayList<>(FilterRule.names());
        known.addAll(host.filters().keySet());
        Diagnostic.Builder unknown =
                error(Code.P205, "unknown filter " + Quoted.of(name.text()), name.span(), "not a filter");
        String near = NameErrors.near(name.text(), known);
        if (near == null && scope.lookup().unit().find(name.text()) instanceof Entry.OfTemplate template) {
            return unknown.and(template.name().span(), "a template is called: `" + name.text() + "(…)`")
                    .done();
        } else if (near == null) {
            String other = otherTools(name.text());
            return (other == null
                            ? unknown.note("filters: " + Quoted.choices(name.text(), known))
                            : unknown.help(other))
                    .done();
        }
        return unknown.help(near).done();
    }

    private static @Nullable String otherTools(String name) {
        return switch (name) {
            case "default", "d" -> "write `x ?? \"…\"`";
            case "tojson", "to_json", "dump" -> "write `json`";
            case "count", "size" -> "write `length`";
            case "strip" -> "write `trim`";
            case "escape", "e" -> "write `xml`";
            case "selectattr" -> "write `where(\"field\", value)`";
            case "safe" -> "leave it out: nothing is escaped";
            default -> null;
        };
    }

    static Diagnostic itemsLack(Span at, String field, Type item) {
        List<String> known = Types.fieldNames(item);
        Diagnostic.Builder lacks =
                error(Code.P204, "the items have no field " + Quoted.of(field), at, "not a field of the items");
        if (known.isEmpty()) {
            return lacks.note("each is " + Shown.kinds(item)).done();
        }
        ValueErrors.fieldHere(lacks, field, known, item);
        return lacks.note("they have " + Quoted.choices(field, known))
                .help(NameErrors.near(field, known))
                .done();
    }

    static Diagnostic itemsMayLack(Span at, String field, Type item) {
        return error(Code.P221, Quoted.of(field) + " may be missing in some of the items", at, "may be missing")
                .note("the items are " + Quoted.of(Types.show(item)))
                .done();
    }

    static Diagnostic neverWhere(Expression.Filter filter, Typed value, String field, Type type) {
        return error(
                        Code.P224,
                        "no item has " + Shown.value(value) + " as its " + Quoted.of(field),
                        value.span(),
                        Shown.label(value))
                .note(Quoted.of(field) + " is " + Quoted.of(Types.show(type)))
                .help(ValueErrors.near(value, type))
                .done();
    }

    static Diagnostic notSortable(Expression.Filter filter, Type by) {
        return error(
                        Code.P222,
                        "`sort` compares numbers or strings, got " + Quoted.of(Types.show(by)),
                        filter.name().span(),
                        "cannot put these in order")
                .done();
    }

    static Diagnostic itemsNotPrintable(Expression.Filter filter, Type item) {
        return error(
                        Code.P222,
                        Quoted.of(filter.name().text()) + " prints the items, got " + Quoted.of(Types.show(item)),
                        filter.name().span(),
                        "cannot print all items")
                .done();
    }

    static Diagnostic badPattern(Span at, String problem) {
        return error(Code.P213, "this pattern cannot be used: " + problem, at, "not a pattern of this language")
                .note("patterns take time linear in the text: look-around and back-references are not part of them")
                .done();
    }
}
