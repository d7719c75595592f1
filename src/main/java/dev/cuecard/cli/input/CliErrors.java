package dev.cuecard.cli.input;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonReading;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;

/** The mistakes of files that a command line gives inputs by. */
final class CliErrors {

    private CliErrors() {}

    static Diagnostic varsNotJson(JsonReading.Malformed malformed) {
        return notJson("the inputs are not JSON", malformed);
    }

    static Diagnostic stubsNotJson(JsonReading.Malformed malformed) {
        return notJson("the stubs are not JSON", malformed);
    }

    private static Diagnostic notJson(String message, JsonReading.Malformed malformed) {
        Diagnostic.Builder builder = error(Code.P430, message, malformed.at(), malformed.problem());
        malformed.related().forEach(label -> builder.and(label.span(), label.text()));
        return builder.done();
    }

    static Diagnostic varsNoObject(JsonDocument document) {
        return error(
                        Code.P431,
                        "the inputs are not one object",
                        document.span(),
                        "a " + document.value().kind())
                .note("`--vars` takes a JSON object: a member for each input")
                .done();
    }

    static Diagnostic noPicture(String path) {
        return error(Code.P112, Quoted.of(path) + " is no picture that can be sent")
                .note("a picture is a PNG, JPEG, GIF or WebP file")
                .done();
    }
}
