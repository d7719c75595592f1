package dev.cuecard.golden;

import java.util.List;
import java.util.Map;

/** A kind of golden, which is a folder of {@code src/test/golden}, and the stages that run its cases. */
interface Kind {

    /** The name of the folder. */
    String folder();

    /** What the name of a case's first file ends in, such as {@code .prompt}. */
    String input();

    /** What the names of further files that a case may have end in. */
    List<String> companions();

    /** What the names of files with what is expected end in. */
    List<String> outputs();

    /**
     * Runs a case.
     *
     * @return for each kind of output that the case has, the text
     */
    Map<String, String> run(Case golden) throws Exception;
}
