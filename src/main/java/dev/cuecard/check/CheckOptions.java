package dev.cuecard.check;

import dev.cuecard.data.ModelTable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a host may say of checking.
 *
 * @param lints whether to look for what is no mistake but worth fixing
 * @param models what is known of models
 * @param today the day on which models are to answer, or null to leave open whether they still do
 * @param retired whether a model that no longer answers on that day is an error; else it is a warning
 * @param host the functions and filters that the host adds
 * @param imports the most files that it may import, however indirectly
 * @param importDepth the longest chain of files that import each other
 */
public record CheckOptions(
        boolean lints,
        ModelTable models,
        @Nullable LocalDate today,
        boolean retired,
        HostNames host,
        int imports,
        int importDepth) {

    /** The most files that one prompt may take, its own aside, if nothing else is said. */
    public static final int IMPORTS = 200;
    /** The longest chain of files that import each other, if nothing else is said. */
    public static final int IMPORT_DEPTH = 20;

    /** All that there is to find, but for what depends on the day. */
    public static final CheckOptions DEFAULT = new CheckOptions(true);

    /** What does not depend on the day, with the models that are built in. */
    public CheckOptions(boolean lints) {
        this(lints, ModelTable.builtIn(), null, true, HostNames.NONE, IMPORTS, IMPORT_DEPTH);
    }

    /** The same, for that day. */
    public CheckOptions on(LocalDate day) {
        return new CheckOptions(lints, models, day, retired, host, imports, importDepth);
    }

    /** The same, where a model that has retired is only a warning: it is up to the provider to refuse it. */
    public CheckOptions warnOfRetired() {
        return new CheckOptions(lints, models, today, false, host, imports, importDepth);
    }

    /** The same, with what is known of models. */
    public CheckOptions with(ModelTable known) {
        return new CheckOptions(lints, known, today, retired, host, imports, importDepth);
    }

    /** The same, where the host adds to the language. */
    public CheckOptions with(HostNames added) {
        return new CheckOptions(lints, models, today, retired, added, imports, importDepth);
    }

    /** The same, with at most so many imports in chains of so many. */
    public CheckOptions importing(int most, int inChains) {
        return new CheckOptions(lints, models, today, retired, host, most, inChains);
    }
}
