package dev.cuecard.chat.config;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.validate.Violation;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The mistakes of a {@code cuecard.json}. */
final class ConfigurationErrors {

    private ConfigurationErrors() {}

    /** What is wrong with a declaration, where it stands. */
    static Diagnostic at(Span place, Diagnostic mistake) {
        return at(place, "declared here", mistake);
    }

    static Diagnostic notJson(JsonReading.Malformed malformed) {
        Diagnostic.Builder broken =
                error(Code.P740, "the configuration is not JSON", malformed.at(), malformed.problem());
        for (Label label : malformed.related()) {
            broken.and(label.span(), label.text());
        }
        return broken.done();
    }

    /** A member that is not known; {@code known} are those of the object that holds it. */
    static Diagnostic unknown(Span at, String name, @Nullable String near, Collection<String> known) {
        return error(Code.P741, "unknown member " + Quoted.of(name) + " in the configuration", at, "not a member here")
                .note("known here: " + Quoted.choices(name, known))
                .help(near == null ? null : "did you mean " + Quoted.of(near) + "?")
                .done();
    }

    static Diagnostic misfit(JsonDocument document, Violation violation) {
        Span at = document.span(violation.pointer());
        if (violation.kind() == Violation.Kind.MISSING) {
            at = document.keySpan(violation.pointer());
        }
        return error(
                        Code.P742,
                        "the configuration does not fit at " + Quoted.of(where(violation.pointer())),
                        firstLine(at),
                        violation.expected())
                .done();
    }

    /** A name that no provider can have. */
    static Diagnostic providerName(Span at, String name) {
        return error(Code.P742, Quoted.of(name) + " cannot be the name of a provider", at, "not such a name")
                .note("it stands before the first slash of a model's name: letters, digits, `.`, `_` and `-`")
                .done();
    }

    static Diagnostic edition(Span at, String value) {
        return error(Code.P743, "unknown edition of the language: " + Quoted.of(value), at, "not an edition")
                .note("this version knows edition 1")
                .help("write `\"language\": 1`, or leave it out")
                .done();
    }

    static Diagnostic pattern(Span at, String pattern, Regex.Broken why) {
        return error(
                        Code.P744,
                        "the pattern " + Quoted.of(pattern) + " cannot be used",
                        at,
                        String.valueOf(why.getMessage()))
                .note("patterns take time linear in the text: no look-around, no references back")
                .done();
    }

    /** No excerpt: what stands there may well be the key itself. */
    static Diagnostic keyVariable(String provider, String file) {
        return error(Code.P742, "`key_env` of the provider " + Quoted.of(provider) + " is no name of a variable")
                .note("it stands in " + Quoted.of(file))
                .note("it names the environment variable that holds the key; the key itself never stands in a file")
                .help("write it like `\"key_env\": \"LOCAL_KEY\"`")
                .done();
    }

    /** No excerpt: it would show the secret. */
    static Diagnostic secretHeader(String provider, String header, String file) {
        return error(
                        Code.P708,
                        "the header " + Quoted.of(header) + " of the provider " + Quoted.of(provider)
                                + " holds a secret in a project's file")
                .note("it stands in " + Quoted.of(file) + ", which everyone who has the project can read")
                .note("a header of that kind may stand in the user's own configuration")
                .help("name the variable that holds the key instead: \"key_env\": \"LOCAL_KEY\"")
                .done();
    }

    /** What is wrong with a URL or a header, at the place where the file says it, unless that would show a secret. */
    static Diagnostic at(Diagnostic mistake, Span at, String label) {
        if (mistake.code() == Code.P704 || mistake.code() == Code.P705) {
            return mistake;
        }
        return at(at, label, mistake);
    }

    private static Diagnostic at(Span place, String label, Diagnostic mistake) {
        return new Diagnostic(
                mistake.severity(),
                mistake.code(),
                mistake.message(),
                new Label(place, label),
                mistake.secondary(),
                mistake.notes(),
                mistake.help());
    }

    private static String where(String pointer) {
        return pointer.equals(JsonPointer.ROOT) ? "/" : pointer;
    }

    private static Span firstLine(Span span) {
        int end = span.text().indexOf('\n');
        return end < 0 ? span : span.source().span(span.start(), span.start() + end);
    }
}
