package dev.cuecard.chat.config;

import dev.cuecard.chat.provider.HeaderRules;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.check.HostNames;
import dev.cuecard.check.define.HostDeclarations;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.host.HostFunction;
import dev.cuecard.schema.validate.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a {@code cuecard.json}. No variable is read, nothing is sent. */
public final class ConfigurationReader {

    /** What the file is called, wherever it stands. */
    public static final String FILE = "cuecard.json";

    private static final String LANGUAGE = "/language";
    /** {@code /providers/NAME/key_env}. */
    private static final int KEY_ENV_DEPTH = 3;

    private final JsonDocument document;
    private final Origin origin;
    private final List<Diagnostic> findings = new ArrayList<>();

    private ConfigurationReader(JsonDocument document, Origin origin) {
        this.document = document;
        this.origin = origin;
    }

    /** Reads the text of a file. */
    public static ConfigurationReading read(Source source, Origin origin) {
        JsonReading reading = JsonText.parse(source);
        if (reading instanceof JsonReading.Malformed malformed) {
            return new ConfigurationReading(Configuration.EMPTY, List.of(ConfigurationErrors.notJson(malformed)));
        }
        return new ConfigurationReader(((JsonReading.Parsed) reading).document(), origin).read();
    }

    private ConfigurationReading read() {
        for (Violation violation : ConfigurationSchema.validate(document.value())) {
            findings.add(told(violation));
        }
        if (!findings.isEmpty()) {
            return done(document.value() instanceof Json.Obj some ? named(host(some)) : Configuration.EMPTY);
        }
        Json.Obj file = (Json.Obj) document.value();
        Map<String, ProviderSettings> providers = new LinkedHashMap<>();
        members(file, "providers").forEach((name, value) -> providers.put(name, provider(name, (Json.Obj) value)));
        Map<String, Json.Obj> models = new LinkedHashMap<>();
        members(file, "models").forEach((name, facts) -> models.put(name, (Json.Obj) facts));
        Configuration all = new Configuration(providers, models, patterns(file), host(file));
        return done(findings.isEmpty() ? all : named(all.host()));
    }

    /** What is left of a file with mistakes: the names that it declares, whose use is no further mistake. */
    private static Configuration named(HostNames host) {
        return new Configuration(Map.of(), Map.of(), List.of(), host);
    }

    private ConfigurationReading done(Configuration configuration) {
        return new ConfigurationReading(
                configuration, findings.stream().sorted(Diagnostic.BY_PLACE).toList());
    }

    private Diagnostic told(Violation violation) {
        String pointer = violation.pointer();
        if (violation.kind() == Violation.Kind.UNKNOWN) {
            List<String> tokens = JsonPointer.tokens(pointer);
            Set<String> known = ConfigurationSchema.members(JsonPointer.parent(pointer));
            return ConfigurationErrors.unknown(
                    document.keySpan(pointer), tokens.get(tokens.size() - 1), violation.near(), known);
        } else if (pointer.equals(LANGUAGE)) {
            Span at = document.span(pointer);
            return ConfigurationErrors.edition(at, at.text());
        }
        List<String> way = JsonPointer.tokens(pointer);
        if (way.size() == KEY_ENV_DEPTH && way.get(2).equals("key_env")) {
            return ConfigurationErrors.keyVariable(way.get(1), document.source().name());
        }
        return ConfigurationErrors.misfit(document, violation);
    }

    private static Map<String, Json> members(Json.Obj file, String name) {
        return file.get(name) instanceof Json.Obj object ? object.members() : Map.of();
    }

    private ProviderSettings provider(String name, Json.Obj value) {
        String at = JsonPointer.append("/providers", name);
        Span nameAt = document.keySpan(at);
        Span urlAt = document.span(JsonPointer.append(at, "base_url"));
        if (!Provider.isName(name)) {
            findings.add(ConfigurationErrors.providerName(nameAt, name));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        members(value, "headers").forEach((header, text) -> headers.put(header, text(text)));
        String url = text(value.get("base_url"));
        String keyEnv = value.get("key_env") instanceof Json.Str variable ? variable.value() : null;
        @Nullable Span keyEnvAt = keyEnv == null ? null : document.span(JsonPointer.append(at, "key_env"));
        ProviderSettings settings = new ProviderSettings(name, url, keyEnv, headers, origin, nameAt, urlAt, keyEnvAt);
        // Whether plain http to another machine is allowed is up to the operator, who is not known here.
        if (settings.reading(true, null) instanceof ProviderReading.Refused refused) {
            findings.add(refused.diagnostic());
        } else if (origin == Origin.PROJECT) {
            headers.forEach((header, text) -> {
                if (HeaderRules.holdsSecret(header, text)) {
                    findings.add(ConfigurationErrors.secretHeader(
                            name, header, document.source().name()));
                }
            });
        }
        return settings;
    }

    /** What prompts of this project call, and only a program that runs them has. */
    private HostNames host(Json.Obj file) {
        HostDeclarations host = new HostDeclarations();
        declared(file, "functions", host, host::function);
        declared(file, "filters", host, filter -> host.filter(filter, false));
        declared(file, "safe_filters", host, filter -> host.filter(filter, true));
        return host.names();
    }

    private void declared(Json.Obj file, String member, HostDeclarations host, Consumer<HostFunction> adding) {
        if (file.get(member) instanceof Json.Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                String declaration = text(list.items().get(i));
                if (declaration.isEmpty()) {
                    continue; // no declaration, which the schema tells
                }
                int before = host.findings().size();
                adding.accept(HostFunction.declared(declaration));
                Span at = document.span(JsonPointer.append("/" + member, i));
                host.findings().stream().skip(before).forEach(one -> findings.add(ConfigurationErrors.at(at, one)));
            }
        }
    }

    private static String text(@Nullable Json value) {
        return value instanceof Json.Str text ? text.value() : "";
    }

    private List<Regex> patterns(Json.Obj file) {
        List<Regex> patterns = new ArrayList<>();
        if (file.get("redact") instanceof Json.Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                String text = text(list.items().get(i));
                try {
                    patterns.add(Regex.of(text));
                } catch (Regex.Broken e) {
                    findings.add(ConfigurationErrors.pattern(document.span(JsonPointer.append("/redact", i)), text, e));
                }
            }
        }
        return patterns;
    }
}
