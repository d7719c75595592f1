package dev.cuecard.check.message;

import static dev.cuecard.diagnostic.Diagnostic.error;
import static dev.cuecard.diagnostic.Diagnostic.warning;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Name;
import java.util.List;

/** The mistakes of messages, and of what stands where none can be. */
final class MessageErrors {

    private MessageErrors() {}

    static Diagnostic bareImage(Span at) {
        return error(Code.P307, "a picture is a part of a message, not a message", at, "a picture")
                .help("write it as a list: `user [" + Quoted.cut(at.text()) + "]`")
                .done();
    }

    static Diagnostic listOfParts(Span at) {
        return error(Code.P307, "a list is not the text of a message", at, "a list")
                .note("a list that is written out makes a message of parts")
                .help("print it (`| bullets`, `| join(\", \")`, `| json`), or spread it into parts: `[" + "..."
                        + Quoted.cut(at.text()) + "]`")
                .done();
    }

    static Diagnostic noParts(Span at) {
        return error(Code.P307, "a message of parts has at least one", at, "no parts")
                .done();
    }

    static Diagnostic spreadNoList(Span at, Type type) {
        return error(Code.P307, "`...` spreads a list of parts, got " + Quoted.of(Types.show(type)), at, "not a list")
                .done();
    }

    static Diagnostic noPart(Span at, Type type) {
        return error(Code.P307, "a part of a message is a text or a picture, got " + shown(type), at, "not a part")
                .done();
    }

    private static String shown(Type type) {
        return Quoted.of(Types.show(type));
    }

    static Diagnostic imageOf(Span at, String role) {
        return error(Code.P307, "a picture cannot be sent in the role " + Quoted.of(role), at, "a picture")
                .note("the API takes pictures of the role `user` alone")
                .done();
    }

    static Diagnostic noUser(Name prompt) {
        return error(
                        Code.P313,
                        "the prompt " + Quoted.of(prompt.text()) + " has no user message",
                        prompt.span(),
                        "says nothing as the user")
                .help("add one: `user \"…\"`")
                .done();
    }

    static Diagnostic jsonOfValue(Span head, List<Span> values) {
        Diagnostic.Builder maybe = warning(
                Code.P302,
                "JSON mode is on, but only a value can bring the word JSON into a message",
                head,
                "this turns JSON mode on");
        values.stream().limit(2).forEach(value -> maybe.and(value, "a value that may hold it"));
        return maybe.note("without the word a rendering is an error, since the API refuses it (HTTP 400)")
                .help("show the model the shape it should reply with: Reply with JSON in this shape: {{ shape() }}")
                .done();
    }

    static Diagnostic inLibrary(Span at, String what) {
        return error(Code.P314, "a library has no " + what, at, "belongs to a prompt")
                .note("a file whose first declaration is not `prompt` is a library, from which others import")
                .help("begin the file with `prompt name`")
                .done();
    }

    static Diagnostic promptNotFirst(Span at, Span first) {
        return error(Code.P314, "`prompt` is the first declaration of its file", at, "not the first")
                .and(first, "stands before it")
                .help("move it to the top")
                .done();
    }
}
