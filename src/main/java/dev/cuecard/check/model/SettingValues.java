package dev.cuecard.check.model;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Name;
import org.jspecify.annotations.Nullable;

/** Holds a setting that a host gives to the rules for those that a prompt gives. */
public final class SettingValues {

    private SettingValues() {}

    /**
     * What is wrong with a setting, or null.
     *
     * @param name the parameter, by the API's name
     * @param value its value
     * @param at where the value stands
     */
    public static @Nullable Diagnostic check(Name name, Json value, Span at) {
        String statement = KnownSettings.STATEMENTS.get(name.text());
        Type type = KnownSettings.TYPES.get(name.text());
        if (statement != null) {
            return SettingErrors.ofStatement(name, statement);
        } else if (type == null) {
            return SettingErrors.unknown(name, name.span().to(at));
        }
        return Types.fits(value, type) ? null : SettingErrors.value(name, at, value, type);
    }
}
