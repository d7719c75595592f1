package dev.cuecard.output.ladder;

import dev.cuecard.check.CheckedOutput;
import dev.cuecard.data.Json;
import dev.cuecard.schema.OptionalNulls;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a JSON reply is held to: the type, in its wrapper if it travels in one. Compiled once. */
public final class Target {

    /** The wrapper's one member. */
    private static final String VALUE = "value";

    private final Type type;
    private final Validator bare;
    private final @Nullable Validator wrapper;
    private final boolean strict;

    /** What a reply to that output is to be. */
    public Target(CheckedOutput output) {
        // Without a type any object will do.
        type = output.type() == null ? new Type.Obj(List.of(), true, null) : output.type();
        bare = Validator.compile(Schemas.full(type));
        wrapper = output.wrapped() ? Validator.compile(Schemas.full(Types.wrapper(type))) : null;
        strict = output.mode() == CheckedOutput.Mode.STRICT;
    }

    /** Whether a JSON string may be what is meant. */
    boolean takesText() {
        return Types.meet(type, Types.STRING);
    }

    Fitting judge(Candidate candidate, boolean recover) {
        if (wrapper == null) {
            return judge(candidate, type, bare, recover);
        }
        boolean wrapped = candidate.value() instanceof Json.Obj object && object.get(VALUE) != null;
        Fitting whole = judge(candidate, Types.wrapper(type), wrapper, recover);
        if (whole.fits()) {
            return unwrapped(whole);
        } else if (!recover) {
            boolean bareFits = !wrapped && judge(candidate, type, bare, false).fits();
            return bareFits ? withoutWrapper(whole) : unwrapped(whole);
        }
        Fitting plain = judge(candidate.with(bareValue(candidate)), type, bare, true);
        return plain.fits() || !wrapped ? plain : unwrapped(whole);
    }

    /** What keeps a whole value from its type, the wrapper included. */
    public List<Violation> violations(Json value) {
        return (wrapper == null ? bare : wrapper).validate(value);
    }

    /** The output in a value that is not complete, or null as long as there is none. */
    @Nullable
    public Json partial(Json value) {
        return wrapper == null ? value : value instanceof Json.Obj object ? object.get(VALUE) : null;
    }

    private static Fitting unwrapped(Fitting whole) {
        Json value = whole.output() instanceof Json.Obj object ? object.get(VALUE) : null;
        return new Fitting(whole.candidate(), value == null ? whole.output() : value, whole.violations());
    }

    /** All that is wrong is that the object around the value is missing: nothing else is said of it. */
    private static Fitting withoutWrapper(Fitting whole) {
        List<Violation> missing = whole.violations().stream()
                .filter(violation -> violation.pointer().isEmpty())
                .limit(1)
                .toList();
        return new Fitting(whole.candidate(), whole.output(), missing.isEmpty() ? whole.violations() : missing);
    }

    private static Recovery bareValue(Candidate candidate) {
        return new Recovery(Recovery.Kind.BARE_VALUE, "taken without the object around it", candidate.place());
    }

    /** Holds a value to a type. A null for a field that may be missing is by design after strict, else a recovery. */
    private Fitting judge(Candidate candidate, Type wanted, Validator validator, boolean recover) {
        List<Violation> violations = validator.validate(candidate.value());
        if (violations.isEmpty() || !(recover || strict)) {
            return new Fitting(candidate, candidate.value(), violations);
        }
        OptionalNulls.Result nulls = OptionalNulls.drop(wanted, candidate.value());
        if (nulls.pointers().isEmpty()) {
            return new Fitting(candidate, candidate.value(), violations);
        }
        List<Recovery> recoveries = strict
                ? List.of()
                : nulls.pointers().stream()
                        .map(pointer -> new Recovery(
                                Recovery.Kind.NULL_FIELD,
                                "null at `" + pointer + "` read as missing",
                                candidate.place(pointer)))
                        .toList();
        return new Fitting(candidate.with(recoveries), nulls.value(), validator.validate(nulls.value()));
    }
}
