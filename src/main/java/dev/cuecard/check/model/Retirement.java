package dev.cuecard.check.model;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tells that a model has retired, or soon will. */
public final class Retirement {

    /** How many days before a model retires a warning begins. */
    public static final int DAYS_OF_WARNING = 90;

    private Retirement() {}

    /** What is to say of a model that a host names, on the day of the options, or null. */
    public static @Nullable Diagnostic of(String model, CheckOptions options) {
        ModelFacts facts = options.models().find(model);
        return facts == null ? null : of(facts, null, options);
    }

    /** The same for one that a file names at a place. */
    static @Nullable Diagnostic of(ModelFacts model, @Nullable Span named, CheckOptions options) {
        LocalDate retires = model.retires();
        LocalDate today = options.today();
        if (retires == null || today == null) {
            return null;
        } else if (model.hasRetired(today)) {
            return ModelErrors.retired(model, named, retires, known(model), options.retired());
        }
        return today.plusDays(DAYS_OF_WARNING).isBefore(retires)
                ? null
                : ModelErrors.retires(model, named, retires, known(model));
    }

    /** The day on which that was known, unless a configuration says it. */
    private static @Nullable LocalDate known(ModelFacts model) {
        ModelFacts builtIn = ModelTable.builtIn().find(model.name());
        boolean same = builtIn != null
                && builtIn.retires() != null
                && builtIn.retires().equals(model.retires());
        return same ? ModelTable.builtIn().asOf() : null;
    }
}
