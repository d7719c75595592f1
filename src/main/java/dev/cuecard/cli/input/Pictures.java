package dev.cuecard.cli.input;

import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.data.PictureKind;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.Base64;

/** Inputs that are pictures: an address is given by {@code --var}, a file by {@code --var-file}. */
final class Pictures {

    private Pictures() {}

    static boolean isPicture(Type type) {
        return Types.unfold(Types.withoutNull(type)) instanceof Type.Image;
    }

    /** The bytes of a picture file as an address; what kind of picture it is, is told by its first bytes. */
    static String dataUrl(Console console, String path) throws CommandStopped {
        byte[] bytes = FileText.bytes(console, path);
        String kind = PictureKind.of(bytes);
        if (kind == null) {
            console.report(CliErrors.noPicture(path));
            throw new CommandStopped(ExitCode.MISTAKE);
        }
        return "data:" + kind + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
