package dev.cuecard.schema.validate;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Restrictions;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.engine.Finding;
import dev.cuecard.schema.engine.SchemaMap;
import dev.cuecard.schema.read.Place;
import dev.cuecard.schema.read.SchemaReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with one value, its parts aside. */
final class ValueVerdict {

    /** The keywords that speak of the value itself, the most telling first: of several only one is told. */
    private static final List<String> TELLING = List.of(
            "type",
            "const",
            "enum",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "format",
            "pattern");

    private final SchemaMap map;
    private final String pointer;
    private final Json value;

    ValueVerdict(SchemaMap map, Place place) {
        this.map = map;
        this.pointer = place.pointer();
        this.value = place.value();
    }

    void add(List<Finding> findings, List<Violation> violations) {
        List<Finding> missing = new ArrayList<>();
        List<Finding> unknown = new ArrayList<>();
        List<Finding> others = new ArrayList<>();
        for (Finding finding : findings) {
            switch (finding.keyword()) {
                case "required" -> missing.add(finding);
                case "additionalProperties", "unevaluatedProperties" -> unknown.add(finding);
                default -> others.add(finding);
            }
        }
        fields(missing, unknown, violations);
        Finding telling = telling(others);
        if (telling != null) {
            violations.add(tell(telling));
        }
    }

    private static @Nullable Finding telling(List<Finding> findings) {
        for (String keyword : TELLING) {
            for (Finding finding : findings) {
                if (finding.keyword().equals(keyword)) {
                    return finding;
                }
            }
        }
        return findings.isEmpty() ? null : findings.get(0);
    }

    private void fields(List<Finding> missing, List<Finding> unknown, List<Violation> violations) {
        List<String> wanted =
                new ArrayList<>(missing.stream().map(Finding::property).toList());
        for (Finding finding : unknown) {
            String name = finding.property();
            List<String> known = Types.fieldNames(map.type(finding.schema()));
            List<String> free = known.stream()
                    .filter(k -> !(value instanceof Json.Obj object && object.get(k) != null))
                    .toList();
            String near = Nearest.of(name, free);
            String text = "unknown field " + Quoted.of(name);
            Span asked = map.asked(finding.schema());
            if (near != null && wanted.remove(near)) {
                text = "expected the field " + Quoted.of(near) + ", got " + Quoted.of(name);
                asked = declared(finding.schema(), near);
            }
            violations.add(new Violation(
                    JsonPointer.append(pointer, name),
                    Violation.Kind.UNKNOWN,
                    text,
                    name,
                    near,
                    SchemaMap.firstLine(asked)));
        }
        for (Finding finding : missing) {
            String name = finding.property();
            if (wanted.contains(name)) {
                String text = "missing required field " + Quoted.of(name);
                Span asked = declared(finding.schema(), name);
                violations.add(
                        new Violation(pointer, Violation.Kind.MISSING, text, name, null, SchemaMap.firstLine(asked)));
            }
        }
    }

    /** Where a required field is declared. */
    private @Nullable Span declared(@Nullable String schema, String name) {
        String required = SchemaMap.append(schema, "required");
        if (required != null && map.node(required) instanceof Json.Arr names) {
            int index = names.items().indexOf(Json.of(name));
            if (index >= 0) {
                return map.asked(JsonPointer.append(required, index));
            }
        }
        return map.asked(SchemaMap.append(schema, "properties", name));
    }

    private Violation tell(Finding finding) {
        Type type = map.type(finding.schema());
        if (type instanceof Type.Any) {
            Json.Obj rule = finding.ruleOfItsKind();
            type = new SchemaReader(rule).read(rule);
        }
        Violation.Kind kind = switch (finding.keyword()) {
            case "type" -> Violation.Kind.TYPE;
            case "const", "enum" -> Violation.Kind.LITERAL;
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> Violation.Kind.RANGE;
            case "minLength", "maxLength" -> Violation.Kind.LENGTH;
            case "minItems", "maxItems" -> Violation.Kind.ITEMS;
            case "format" -> Violation.Kind.FORMAT;
            case "pattern" -> Violation.Kind.PATTERN;
            default -> Violation.Kind.OTHER;
        };
        String text = switch (kind) {
            case TYPE, RANGE -> "expected " + Wording.wanted(type) + ", got " + Wording.got(value, type);
            case LITERAL -> literals(type, value);
            case LENGTH -> "expected " + size(type, finding, "character") + ", got " + length();
            case ITEMS -> "expected " + size(type, finding, "item") + ", got " + length();
            case FORMAT -> format(type, finding);
            case PATTERN -> "expected a string matching " + Quoted.of(text(finding)) + ", got " + Wording.value(value);
            default -> OtherKeywords.tell(finding, value);
        };
        return new Violation(pointer, kind, text, null, null, SchemaMap.firstLine(map.asked(finding.schema())));
    }

    /** The keyword's own value as text. */
    private static String text(Finding finding) {
        Json rule = finding.rule().get(finding.keyword());
        return rule instanceof Json.Str text ? text.value() : String.valueOf(rule);
    }

    static String literals(Type type, Json value) {
        if (Types.unfold(type) instanceof Type.Literals literals
                && literals.values().size() > 7) {
            List<String> known =
                    literals.values().stream().map(v -> v.value().toString()).toList();
            return "expected one of " + Quoted.choices(value.toString(), known) + ", got " + Wording.got(value, type);
        }
        return "expected " + Wording.wanted(type) + ", got " + Wording.got(value, type);
    }

    /** {@code 1 to 3 items}, from the type, or from the keyword alone where there is no type. */
    private String size(Type type, Finding finding, String unit) {
        Type open = Types.unfold(type);
        if (open instanceof Type.Nullish nullish) {
            open = Types.unfold(nullish.type());
        }
        String words = null;
        if (open instanceof Type.Text text) {
            words = Restrictions.count(text.min(), text.max(), unit);
        } else if (open instanceof Type.Array list) {
            words = Restrictions.count(list.min(), list.max(), unit);
        }
        if (words != null) {
            return words;
        }
        String bound = finding.keyword().startsWith("min") ? "at least " : "at most ";
        String count = text(finding);
        return bound + count + " " + (count.equals("1") ? unit : unit + "s");
    }

    /** The number of code points or items. */
    private int length() {
        if (value instanceof Json.Arr list) {
            return list.items().size();
        }
        return value instanceof Json.Str text
                ? text.value().codePointCount(0, text.value().length())
                : 0;
    }

    private String format(Type type, Finding finding) {
        Type open = Types.withoutNull(type);
        String wanted = open instanceof Type.Format
                ? Wording.wanted(open)
                : "a string in the format " + Quoted.of(text(finding));
        return "expected " + wanted + ", got " + Wording.value(value);
    }
}
