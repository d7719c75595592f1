package dev.cuecard.check.define;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.names.NameErrors;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Name;
import java.util.List;

/** The mistakes of outputs. */
final class OutputErrors {

    private OutputErrors() {}

    static Diagnostic notText(Span at, Type type) {
        return error(Code.P311, "no text can be read as " + Quoted.of(Types.show(type)), at, "not the type of a text")
                .note("`output text` reads a string, literals, an integer, a number or a boolean")
                .help("for other types write `output json`")
                .done();
    }

    static Diagnostic unknownFormat(Name format) {
        List<String> known = List.of("json", "text");
        return error(Code.P308, "unknown output format " + Quoted.of(format.text()), format.span(), "not a format")
                .note("an output is `json` or `text`")
                .help(NameErrors.near(format.text(), known))
                .done();
    }

    static Diagnostic reask(Span at, int most) {
        return error(Code.P308, "`reask` takes an integer from 0 to " + most, at, "not such a number")
                .done();
    }

    static Diagnostic strictWithoutType(Span head) {
        return error(Code.P312, "structured outputs need a type", head, "no type follows")
                .help("write the type: `output json(strict) { … }`")
                .done();
    }
}
