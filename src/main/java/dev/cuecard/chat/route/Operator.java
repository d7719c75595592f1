package dev.cuecard.chat.route;

import dev.cuecard.chat.http.Proxies;
import dev.cuecard.chat.provider.OpenAi;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.chat.provider.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What whoever runs a program says of providers by environment variables: the built-in provider, the keys of those that
 * {@code cuecard.json} names, and what is allowed beyond that. A variable is read when it is needed, and no sooner: one
 * that holds a key, only once it is settled that the key may go where it is wanted.
 */
public final class Operator {

    private static final String KEY = "OPENAI_API_KEY";
    private static final String BASE_URL = "OPENAI_BASE_URL";

    private final @Nullable UnaryOperator<@Nullable String> variables;

    private Operator(@Nullable UnaryOperator<@Nullable String> variables) {
        this.variables = variables;
    }

    /** There is none: the engine stands in a program that gives keys as values. */
    public static Operator none() {
        return new Operator(null);
    }

    /** The one who set these environment variables; a variable that is not there, or blank, is not set. */
    public static Operator of(Map<String, String> environment) {
        return new Operator(environment::get);
    }

    /** Whether there is one, who can be told what to set. */
    public boolean isThere() {
        return variables != null;
    }

    /** The provider that answers where a model's name begins with no other's. */
    public ProviderReading builtIn() {
        Allowances allowed = allowances();
        if (allowed.wrong() != null) {
            return new ProviderReading.Refused(allowed.wrong());
        }
        String url = variable(BASE_URL);
        // What is no URL is told by the provider.
        boolean plain = url != null && KeyPlace.of(KEY, url) != null && allowed.covers(OpenAi.NAME, URI.create(url));
        String key = variable(KEY);
        return new OpenAi(
                        key == null ? null : new Secret(key),
                        url,
                        variable("OPENAI_ORG_ID"),
                        variable("OPENAI_PROJECT_ID"))
                .provider(plain);
    }

    /** Where the key of the built-in provider may go. */
    List<KeyPlace> builtInPlaces() {
        List<KeyPlace> places = new ArrayList<>();
        String url = variable(BASE_URL);
        for (String base : url == null ? List.of(OpenAi.BASE_URL) : List.of(OpenAi.BASE_URL, url)) {
            KeyPlace place = KeyPlace.of(KEY, base);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    /** What is allowed beyond that. */
    Allowances allowances() {
        return Allowances.of(variable(Allowances.VARIABLE));
    }

    /** Which requests go through a proxy: by these variables, in capitals or else in small letters. */
    public Proxies proxies() {
        return Proxies.of(either("HTTPS_PROXY"), either("NO_PROXY"));
    }

    private @Nullable String either(String name) {
        String capital = variable(name);
        return capital == null ? variable(name.toLowerCase(Locale.ROOT)) : capital;
    }

    /** A variable, or null when it is not set. */
    @Nullable
    String variable(String name) {
        String value = variables == null ? null : variables.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
