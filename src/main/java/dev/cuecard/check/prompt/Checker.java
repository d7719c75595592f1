package dev.cuecard.check.prompt;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Checked;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.parse.Parsed;
import java.util.List;

/** Makes one resolved, immutable prompt of a tree and of the files that it names. */
public final class Checker {

    private Checker() {}

    /**
     * Checks a file that was read; what the reading found is among the findings. A file with a mistake is checked as far
     * as it could be read, less what only that mistake causes.
     */
    public static Checked check(Parsed parsed, FileSource files, CheckOptions options) {
        return new PromptChecker(parsed, files, options).check();
    }

    /**
     * Checks a tree, whatever its reading found: a tree with broken declarations has no prompt, and no finding that only
     * they cause.
     */
    public static Checked check(PromptFile file, FileSource files, CheckOptions options) {
        return check(new Parsed(file, List.of()), files, options);
    }
}
