package dev.cuecard.schema.validate;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Restrictions;
import dev.cuecard.schema.engine.Finding;

/** Words for the keywords that only a schema file can use. */
final class OtherKeywords {

    private OtherKeywords() {}

    static String tell(Finding finding, Json value) {
        Json rule = finding.rule().get(finding.keyword());
        String shown = rule == null ? "" : Wording.value(rule);
        String got = Kind.of(value).phrase();
        return switch (finding.keyword()) {
            case "multipleOf" -> "expected a multiple of " + shown + ", got " + Wording.value(value);
            case "uniqueItems" -> "expected no item twice";
            case "minProperties" -> "expected at least " + shown + " fields";
            case "maxProperties" -> "expected at most " + shown + " fields";
            case "contains", "minContains" -> "expected enough items that fit " + shown;
            case "maxContains" -> "expected fewer items that fit " + shown;
            case "propertyNames" -> "expected another name for the field " + Quoted.of(finding.property());
            case "dependentRequired", "dependencies" ->
                "missing a field that " + Quoted.of(finding.property()) + " calls for";
            case "oneOf" -> "expected just one of the alternatives to fit, got " + got + " that fits several";
            case "not" -> "expected anything but what fits " + shown + ", got " + got;
            case "items", "additionalItems", "unevaluatedItems", "prefixItems" ->
                finding.index() < 0
                        ? "expected fewer items"
                        : "expected at most " + Restrictions.plural(finding.index(), "item");
            case "additionalProperties", "properties", "false" -> "expected nothing here, got " + got;
            default -> "expected a value that fits " + Quoted.of(finding.keyword()) + " " + shown + ", got " + got;
        };
    }
}
