package dev.cuecard.chat.route;

import dev.cuecard.chat.config.ProviderSettings;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import java.net.URI;
import java.util.List;

/** Why a provider is not asked. */
final class RouteErrors {

    private RouteErrors() {}

    /**
     * A project's file says that a key goes where nobody but it says so.
     *
     * @param places where that key may go
     * @param isOperated whether there is someone who can allow it
     */
    static Diagnostic strangePlace(ProviderSettings settings, List<KeyPlace> places, boolean isOperated) {
        String variable = String.valueOf(settings.keyEnv());
        URI base = URI.create(settings.baseUrl().strip());
        Span keyAt = settings.keyEnvAt() == null ? settings.nameAt() : settings.keyEnvAt();
        Diagnostic.Builder error = Diagnostic.error(
                        Code.P707,
                        "nobody allows the key " + Quoted.of(variable) + " to be sent to " + Quoted.of(base.getHost()),
                        keyAt,
                        "a project does not decide where a key goes")
                .and(settings.baseUrlAt(), "it would go here")
                .note("the variable was not read, and nothing was sent");
        if (!places.isEmpty()) {
            error.note("this key may go to "
                    + String.join(
                            ", ",
                            places.stream()
                                    .map(place -> Quoted.of(place.host()))
                                    .toList()));
        }
        return isOperated
                ? error.help("if you trust that server: " + Allowances.VARIABLE + "=" + settings.name() + "@"
                                + base.getHost())
                        .done()
                : error.help("give the engine this provider and its key: .provider(\"" + settings.name() + "\", \""
                                + base + "\", key)")
                        .done();
    }

    /** An entry of the list of what is allowed. */
    static Diagnostic noAllowance(String entry) {
        return Diagnostic.error(
                        Code.P709, Quoted.of(entry) + " in `" + Allowances.VARIABLE + "` names no provider and host")
                .note("several are separated by commas; nothing is allowed as long as one of them is not understood")
                .help("write it like " + Allowances.VARIABLE + "=local@models.example")
                .done();
    }
}
