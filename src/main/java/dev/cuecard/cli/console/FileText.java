package dev.cuecard.cli.console;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.file.TextFile;
import dev.cuecard.repl.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the files that a command line names; {@code -} is standard input. */
public final class FileText {

    private FileText() {}

    /** The text; what is wrong with the file has been said when it stops. */
    public static Source read(Console console, String path) throws CommandStopped {
        TextFile file =
                path.equals("-") ? TextFile.decode("stdin", stdin(console)) : TextFile.read(path(console, path));
        if (file instanceof TextFile.Refused refused) {
            throw stop(console, refused.diagnostic());
        }
        return ((TextFile.Found) file).source();
    }

    /** The bytes of a file that is no text. */
    public static byte[] bytes(Console console, String path) throws CommandStopped {
        if (path.equals("-")) {
            return stdin(console);
        }
        TextFile.Bytes bytes = TextFile.bytes(path(console, path));
        if (bytes.refused() != null) {
            throw stop(console, bytes.refused().diagnostic());
        }
        return bytes.content();
    }

    /** The exit code for a file that cannot be had. */
    public static ExitCode code(Diagnostic refusal) {
        return refusal.code() == Code.P102 ? ExitCode.USAGE : ExitCode.MISTAKE;
    }

    static byte[] stdin(Console console) {
        try {
            return console.in().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path path(Console console, String path) throws CommandStopped {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new WrongUse("this is no path: `" + path + "`", "name a file").stop(console);
        }
    }

    private static CommandStopped stop(Console console, Diagnostic refusal) {
        console.report(refusal);
        return new CommandStopped(code(refusal));
    }
}
