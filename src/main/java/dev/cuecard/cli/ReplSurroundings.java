package dev.cuecard.cli;

import dev.cuecard.PromptEngine;
import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.config.ProviderSettings;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.UserConfiguration;
import dev.cuecard.cli.console.UserFolders;
import dev.cuecard.data.Regex;
import dev.cuecard.repl.state.History;
import dev.cuecard.repl.state.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a session works with: what the environment says of files, keys and the editor. */
final class ReplSurroundings {

    private static final String MASK = "[redacted]";

    private final Console console;

    ReplSurroundings(Console console) {
        this.console = console;
    }

    /** Of a session at a terminal. */
    Surroundings talking(PromptEngine engine, Surroundings.Editor editor) {
        Path file = historyFile(console.environment());
        UnaryOperator<String> redaction = redaction();
        History history = file == null ? History.ofSession(redaction) : History.in(file, redaction);
        return new Surroundings(() -> engine, Path.of(""), history, editor);
    }

    /** Of a session without one: nothing of it is kept. */
    Surroundings scripted(PromptEngine engine) {
        return new Surroundings(() -> engine, Path.of(""), History.ofSession(redaction()), null);
    }

    /** Where what is typed is kept; null without a home. */
    static @Nullable Path historyFile(Map<String, String> environment) {
        Path folder = UserFolders.state(environment);
        return folder == null ? null : folder.resolve("history");
    }

    /** Takes out what looks like a key, the keys that are configured, and what the user's configuration says. */
    private UnaryOperator<String> redaction() {
        Configuration user = UserConfiguration.read(console.environment()).configuration();
        Stream<String> names = Stream.concat(
                Stream.of("OPENAI_API_KEY"),
                user.providers().values().stream().map(ProviderSettings::keyEnv).flatMap(Stream::ofNullable));
        List<Secret> secrets = names.map(console.environment()::get)
                .flatMap(Stream::ofNullable)
                .filter(value -> !value.isBlank())
                .map(value -> new Secret(value.strip()))
                .toList();
        return text -> {
            String clean = text;
            for (Secret secret : secrets) {
                clean = secret.mask(clean);
            }
            clean = Secret.maskLikely(clean);
            for (Regex pattern : user.redact()) {
                clean = pattern.replaceAll(clean, MASK);
            }
            return clean;
        };
    }
}
