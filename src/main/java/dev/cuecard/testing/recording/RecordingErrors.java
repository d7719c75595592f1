package dev.cuecard.testing.recording;

import static dev.cuecard.diagnostic.Diagnostic.error;
import static dev.cuecard.diagnostic.Diagnostic.warning;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.JsonReading;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.validate.Violation;
import dev.cuecard.schema.validate.ViolationPlace;
import dev.cuecard.testing.TestCase;
import java.nio.file.Path;
import java.util.List;

/** What can be wrong with recordings. */
final class RecordingErrors {

    private static final String AGAIN =
            "restore the file, or record it again: delete it and run `cuecard test --record`";

    private RecordingErrors() {}

    static Diagnostic torn(JsonReading.Malformed malformed) {
        return error(Code.P604, "the recording is damaged: it is not JSON", malformed.at(), malformed.problem())
                .help(AGAIN)
                .done();
    }

    static Diagnostic form(JsonDocument document, Violation violation) {
        return error(
                        Code.P604,
                        "the recording is damaged: it has not the form of one",
                        ViolationPlace.in(document, JsonPointer.ROOT, violation),
                        violation.expected())
                .help(AGAIN)
                .done();
    }

    static Diagnostic edited(Span hash) {
        return error(
                        Code.P604,
                        "the recording is damaged: it was changed by hand",
                        hash,
                        "the hash of what was recorded, not of what stands here")
                .note("a reply of one's own stands in the test: `reply \"...\"`")
                .help(AGAIN)
                .done();
    }

    static Diagnostic unreadable(Diagnostic why) {
        Diagnostic.Builder error = error(Code.P604, "the recording is damaged: " + why.message());
        why.notes().forEach(error::note);
        return error.help(AGAIN).done();
    }

    static Diagnostic otherEdition(Span edition) {
        return error(
                        Code.P605,
                        "the recording is of another version of Cuecard",
                        edition,
                        "this version reads " + Recording.EDITION)
                .help("record it again: delete the file and run `cuecard test --record`")
                .done();
    }

    static Diagnostic noSuchRun(TestCase test, int repeat, int recorded) {
        return error(
                        Code.P602,
                        "the test " + Quoted.of(test.test().name()) + " has no recorded reply for run " + (repeat + 1),
                        test.test().origin(),
                        recorded == 1 ? "1 run is recorded" : recorded + " runs are recorded")
                .note("without `--live` or `--record` nothing is sent")
                .help("record it: cuecard test " + test.file() + " --record")
                .done();
    }

    static Diagnostic stale(TestCase test, boolean warns, List<Difference> differences, Json.Obj body) {
        Difference first = differences.get(0);
        String message = "the recording of " + Quoted.of(test.test().name()) + " is stale: the request has changed at "
                + Quoted.of(first.part());
        PromptPlace.Found place = PromptPlace.of(test, first, body);
        Diagnostic.Builder stale = warns
                ? warning(Code.P603, message, place.span(), place.label())
                : error(Code.P603, message, place.span(), place.label());
        stale.note("recorded: " + first.before());
        stale.note("now: " + first.now());
        if (differences.size() > 1) {
            List<String> others =
                    differences.stream().skip(1).limit(5).map(Difference::part).toList();
            int more = differences.size() - 1 - others.size();
            stale.note("different too: " + Quoted.list(others) + (more > 0 ? " and " + more + " more" : ""));
        }
        return stale.help("record it again: cuecard test " + test.file() + " --record")
                .done();
    }

    static Diagnostic unused(Path file, String why) {
        return warning(Code.P606, "unused recording: `" + file + "`")
                .note(why)
                .help("delete it")
                .done();
    }

    static Diagnostic unusedCalls(Path file, TestCase test, int unused, int all) {
        return warning(Code.P606, "unused in a recording: " + unused + " of the " + all + " calls of `" + file + "`")
                .note("the test " + Quoted.of(test.test().name()) + " does not make them any more")
                .help("drop them; what is recorded is not asked again: cuecard test " + test.file() + " --record")
                .done();
    }

    static Diagnostic cannotWrite(Path file) {
        return error(Code.P612, "cannot write the recording `" + file + "`")
                .note("the system does not let it be written; what stood there before is whole")
                .done();
    }
}
