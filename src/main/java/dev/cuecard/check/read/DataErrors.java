package dev.cuecard.check.read;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.data.JsonReading;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.validate.SchemaProblem;
import dev.cuecard.schema.validate.Violation;

/** The mistakes in data files that a prompt reads. */
final class DataErrors {

    private DataErrors() {}

    static Diagnostic malformed(JsonReading.Malformed malformed, Span read, String what) {
        Diagnostic.Builder broken = error(Code.P110, what + " is not JSON", malformed.at(), malformed.problem());
        malformed.related().forEach(label -> broken.and(label.span(), label.text()));
        return broken.and(read, "read here").done();
    }

    static Diagnostic wrongRow(int row, Span at, Violation violation, Span read) {
        String where = violation.pointer().isEmpty() ? "" : " at " + Quoted.of(violation.pointer());
        Diagnostic.Builder wrong =
                error(Code.P111, "row " + row + " does not match its type" + where, at, violation.expected());
        if (violation.asked() != null) {
            wrong.and(violation.asked(), "required by this declaration");
        }
        return wrong.and(read, "read here").done();
    }

    static Diagnostic schema(SchemaProblem problem) {
        Diagnostic.Builder broken = error(
                Code.P113,
                "the schema file " + Quoted.of(problem.place().source().name()) + " cannot be used",
                problem.place(),
                problem.text());
        if (problem.asked() != null) {
            broken.and(problem.asked(), "named here");
        }
        return broken.done();
    }

    static Diagnostic notRows(Span at, Span read) {
        return error(Code.P110, "a JSON file of rows is a list", at, "not a list")
                .and(read, "read here")
                .done();
    }

    static Diagnostic brokenCsv(Span at, String problem, Span read) {
        return error(Code.P110, "the rows are not CSV", at, problem)
                .and(read, "read here")
                .done();
    }

    static Diagnostic unknownRows(Span at, String path) {
        return error(Code.P110, "rows cannot be read from " + Quoted.of(path), at, "no known ending")
                .note("rows stand in files ending in `.jsonl`, `.json` or `.csv`")
                .done();
    }

    static Diagnostic noPicture(Span at, String path) {
        return error(Code.P112, Quoted.of(path) + " is no picture that the API takes", at, "not a picture")
                .note("it takes PNG, JPEG, GIF and WebP")
                .done();
    }
}
