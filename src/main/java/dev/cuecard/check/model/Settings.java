package dev.cuecard.check.model;

import dev.cuecard.check.CheckedModel;
import dev.cuecard.check.expr.ExprChecker;
import dev.cuecard.check.names.PlainText;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.value.Typed;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Setting;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks models and what is set for them, and what a header says of its prompt. */
public final class Settings {

    private static final String EXTRA = "extra";

    private final Checking checking;
    private final ExprChecker exprs;
    private final Map<String, Json> values = new LinkedHashMap<>();
    private final Map<String, Json> extra = new LinkedHashMap<>();

    /** The settings of one declaration, and what their values see. */
    public Settings(Checking checking, Scope scope) {
        this.checking = checking;
        this.exprs = new ExprChecker(checking, scope);
    }

    /** A model with what is set for it. */
    public CheckedModel model(Declaration.Model model) {
        String name = PlainText.of(model.model());
        if (name.isBlank() || !model.model().isPlain()) {
            checking.findings().add(SettingErrors.modelName(model.model().span()));
        }
        once(model.settings(), "setting");
        model.settings().forEach(this::parameter);
        Map<String, Json> all = new LinkedHashMap<>(values);
        extra.forEach(all::putIfAbsent);
        return new CheckedModel(name, model.model().span(), all);
    }

    private void once(List<Setting> settings, String what) {
        Map<String, Span> seen = new HashMap<>();
        for (Setting setting : settings) {
            Span first = seen.putIfAbsent(setting.name().text(), setting.name().span());
            if (first != null) {
                checking.findings().add(SettingErrors.twice(setting.name(), first, what));
            }
        }
    }

    private void parameter(Setting setting) {
        String name = setting.name().text();
        String statement = KnownSettings.STATEMENTS.get(name);
        Type type = KnownSettings.TYPES.get(name);
        if (statement != null) {
            checking.findings().add(SettingErrors.ofStatement(setting.name(), statement));
        } else if (setting.group() != null && name.equals(EXTRA)) {
            once(setting.group(), "setting");
            setting.group().forEach(this::extra);
        } else if (setting.group() != null && type != null) {
            checking.findings().add(SettingErrors.group(setting.name()));
        } else if (type == null) {
            checking.findings().add(SettingErrors.unknown(setting.name(), setting.span()));
        } else if (setting.value() != null) {
            Typed typed = literal(setting.value(), name);
            Json value = typed.value();
            if (value != null) {
                if (Types.fits(value, type)) {
                    values.put(name, value);
                } else {
                    checking.findings().add(SettingErrors.value(setting.name(), typed.span(), value, type));
                }
            }
        }
    }

    private void extra(Setting setting) {
        String statement = KnownSettings.STATEMENTS.get(setting.name().text());
        if (statement != null) {
            checking.findings().add(SettingErrors.ofStatement(setting.name(), statement));
            return;
        } else if (KnownSettings.TYPES.containsKey(setting.name().text())) {
            checking.findings().add(SettingErrors.notExtra(setting.name()));
            return;
        }
        Json value = any(setting);
        if (value != null) {
            extra.put(setting.name().text(), value);
        }
    }

    private @Nullable Json any(Setting setting) {
        if (setting.group() == null) {
            return setting.value() == null
                    ? null
                    : literal(setting.value(), setting.name().text()).value();
        }
        once(setting.group(), "setting");
        Map<String, Json> group = new LinkedHashMap<>();
        for (Setting inner : setting.group()) {
            Json value = any(inner);
            if (value != null) {
                group.put(inner.name().text(), value);
            }
        }
        return new Json.Obj(group);
    }

    private Typed literal(Expression expression, String name) {
        Typed typed = exprs.check(expression);
        if (typed.value() == null && !typed.isUnknown()) {
            checking.findings().add(SettingErrors.notLiteral(expression.span(), name));
        }
        return typed;
    }

    /** What a header says of its prompt. */
    public Json.Obj metadata(List<Setting> settings) {
        once(settings, "entry");
        Map<String, Json> all = new LinkedHashMap<>();
        for (Setting setting : settings) {
            Json value = any(setting);
            if (value != null) {
                all.put(setting.name().text(), value);
            }
        }
        return new Json.Obj(all);
    }
}
