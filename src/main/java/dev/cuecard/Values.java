package dev.cuecard;

import dev.cuecard.bind.encode.Encoder;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.render.Binder;
import dev.cuecard.render.Given;
import dev.cuecard.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a call, as Java gives them, as JSON.
 *
 * @param given those that are JSON
 * @param findings why others are not
 */
record Values(Map<String, Given> given, List<Diagnostic> findings) {

    /** The values by their names; an empty optional is left out, a {@link Given} is taken as it is. */
    static Values of(CheckedPrompt prompt, Map<String, ?> inputs) {
        Map<String, Given> given = new LinkedHashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        Objects.requireNonNull(inputs, "inputs").forEach((name, value) -> {
            Objects.requireNonNull(name, "the name of an input");
            if (value instanceof Given known) {
                given.put(name, known);
            } else if (!(value instanceof Optional<?> optional) || optional.isPresent()) {
                Encoder.Encoded encoded = Encoder.of(value, name, type(prompt, name));
                if (encoded.json() != null) {
                    given.put(name, Given.of(encoded.json()));
                } else if (encoded.mistake() != null) {
                    findings.add(encoded.mistake());
                }
            }
        });
        return new Values(given, findings);
    }

    private static @Nullable Type type(CheckedPrompt prompt, String name) {
        CheckedInput input = prompt.input(name);
        return input != null ? input.type() : name.equals(Binder.HISTORY) ? Binder.historyType() : null;
    }
}
