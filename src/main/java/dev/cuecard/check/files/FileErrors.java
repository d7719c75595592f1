package dev.cuecard.check.files;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes of paths and of what stands there. */
public final class FileErrors {

    private FileErrors() {}

    /** What is wrong with what was read, or null when a file was found. */
    public static @Nullable Diagnostic of(FileReading reading, Span at, String path, boolean imported) {
        if (reading instanceof FileReading.Missing missing) {
            return imported ? noImport(at, path, missing) : noFile(at, path, missing);
        } else if (reading instanceof FileReading.Refused refused) {
            return refused.reason().ofPath() ? refusedPath(at, path, refused) : unreadable(at, path, refused);
        } else if (reading instanceof FileReading.Failed failed) {
            return error(Code.P788, "the host's source of files failed at " + Quoted.path(path), at, "not read")
                    .note(failed.why())
                    .done();
        }
        return null;
    }

    private static Diagnostic noImport(Span at, String path, FileReading.Missing missing) {
        return error(Code.P101, "imported file not found: " + Quoted.path(path), at, "no such file")
                .note("looked for " + Quoted.path(missing.looked())
                        + "; paths are relative to the file that imports them")
                .help(near(path, missing.near()))
                .done();
    }

    private static Diagnostic noFile(Span at, String path, FileReading.Missing missing) {
        return error(Code.P102, "file not found: " + Quoted.path(path), at, "no such file")
                .note("looked for " + Quoted.path(missing.looked())
                        + "; paths are relative to the file that names them")
                .help(near(path, missing.near()))
                .done();
    }

    private static @Nullable String near(String path, List<String> known) {
        String nearest = Nearest.of(path, known);
        return nearest == null ? null : "did you mean " + Quoted.path(nearest) + "?";
    }

    private static Diagnostic refusedPath(Span at, String path, FileReading.Refused refused) {
        return error(
                        Code.P103,
                        "a prompt cannot read " + Quoted.path(path),
                        at,
                        refused.reason().words())
                .note("a path is relative to the file it stands in, has no part that begins with a dot, and stays below"
                        + " the project root")
                .note("the root is the nearest folder upwards with `cuecard.json`, else with `.git`, else the file's"
                        + " own")
                .done();
    }

    private static Diagnostic unreadable(Span at, String path, FileReading.Refused refused) {
        return error(
                        Code.P104,
                        "cannot read " + Quoted.path(path),
                        at,
                        refused.reason().words())
                .note("looked at " + Quoted.path(refused.looked()))
                .done();
    }

    /** A text file that is no UTF-8. */
    public static Diagnostic notUtf8(Span at, String path, String name) {
        return error(Code.P104, "cannot read " + Quoted.path(path), at, "not UTF-8")
                .note("looked at " + Quoted.path(name) + "; text files are UTF-8")
                .done();
    }

    /** A file that imports itself, however indirectly; {@code cycle} are the names from it back to it. */
    public static Diagnostic importCycle(Span at, List<Source> cycle) {
        Diagnostic.Builder cyclic = error(
                Code.P105,
                cycle.size() < 2 ? "this file imports itself" : "files import each other in a circle",
                at,
                "leads back to this file");
        if (cycle.size() > 1) {
            cyclic.note("the circle: "
                    + String.join(
                            " → ",
                            cycle.stream().map(s -> Quoted.path(s.name())).toList()) + " → "
                    + Quoted.path(cycle.get(0).name()));
        }
        return cyclic.done();
    }

    /** More files, or a longer chain of them, than one prompt may take. */
    public static Diagnostic tooManyImports(Span at, String limit) {
        return error(Code.P106, "this prompt imports too much", at, "one file more")
                .note("the limit is " + limit)
                .done();
    }
}
