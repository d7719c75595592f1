package dev.cuecard.check.define;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.generate.Wire;
import java.util.List;

/** What the API does not take, or may not take, as the schema of structured outputs. */
public final class WireErrors {

    private WireErrors() {}

    /**
     * The problems of a schema, an error or a warning each.
     *
     * @param wire the schema
     * @param strict the text that asks for structured outputs
     */
    public static List<Diagnostic> of(Wire wire, Span strict) {
        return wire.problems().stream().map(problem -> of(problem, strict)).toList();
    }

    private static Diagnostic of(Wire.Problem problem, Span strict) {
        Span at = problem.origin() == null ? strict : problem.origin();
        String where = problem.place().isEmpty() ? "" : " at " + Quoted.of(problem.place());
        Diagnostic.Builder told = problem.refused()
                ? Diagnostic.error(
                        Code.P316, "structured outputs cannot be asked for this type" + where, at, problem.text())
                : Diagnostic.warning(
                        Code.P317, "this type may be too large for structured outputs", at, problem.text());
        if (!at.equals(strict)) {
            told.and(strict, "structured outputs are asked for here");
        }
        return told.note(
                        problem.refused()
                                ? "the API takes objects whose fields are all known; `output json` checks any type, without its help"
                                : "some models refuse it; `output json` has no such limits")
                .done();
    }
}
