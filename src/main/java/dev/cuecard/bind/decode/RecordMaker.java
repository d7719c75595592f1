package dev.cuecard.bind.decode;

import dev.cuecard.bind.Ignores;
import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.bind.match.Reads;
import dev.cuecard.bind.match.Slot;
import dev.cuecard.bind.match.Spelling;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the components of a record with the fields of an object. */
final class RecordMaker {

    private final Maker maker;
    private final Slot slot;
    private final Type.Obj object;
    private final List<String> names;
    private final String called;

    RecordMaker(Maker maker, Slot slot, Type.Obj object) {
        this.maker = maker;
        this.slot = slot;
        this.object = object;
        this.names = object.fields().stream().map(Type.Obj.Field::name).toList();
        this.called = slot.raw().getSimpleName();
    }

    /**
     * What reads such an object into the record.
     *
     * @param known fields whose values the class itself says
     */
    Reads make(Set<String> known) {
        Constructor<?> constructor = Access.constructor(slot.raw());
        if (constructor == null) {
            return maker.wrong(BindErrors.closed(slot.raw()));
        }
        Set<String> left = new LinkedHashSet<>(names);
        left.removeAll(known);
        List<RecordReads.Part> parts = new ArrayList<>();
        for (RecordComponent component : slot.raw().getRecordComponents()) {
            RecordReads.Part part = part(component);
            parts.add(part);
            left.remove(part.field());
            if (part.field() == null) {
                // What is only misspelt is not left out, too.
                left.remove(Nearest.of(Spelling.plain(component.getName(), component), left));
            }
        }
        Ignores ignores = slot.raw().getAnnotation(Ignores.class);
        if (ignores != null) {
            for (String name : ignores.value()) {
                if (!left.remove(name) && !maker.late()) {
                    maker.wrong(BindErrors.noField("@Ignores of " + called, name, object.origin(), names));
                }
            }
        }
        if (!maker.late()) {
            for (Type.Obj.Field field : object.fields()) {
                if (left.contains(field.name())) {
                    maker.wrong(BindErrors.leftOut(called, field));
                }
            }
        }
        return new RecordReads(constructor, parts, slot);
    }

    private RecordReads.Part part(RecordComponent component) {
        Slot bare = new Slot(
                slot.java().member(component.getAnnotatedType(), component),
                called + "." + component.getName(),
                slot.origin());
        String name = Spelling.find(component.getName(), component, names);
        Type.Obj.Field field = name == null ? null : object.field(name);
        if (field == null) {
            if (!maker.late() || !bare.canBeEmpty()) {
                maker.wrong(
                        BindErrors.noField(bare.at(), Spelling.plain(component.getName(), component), brace(), names));
            }
            return new RecordReads.Part(null, (value, pointer) -> null, bare);
        }
        Slot part = bare.at(field.origin());
        if (field.optional() && !part.canBeEmpty()) {
            return new RecordReads.Part(name, maker.wrong(BindErrors.mayBeEmpty(part, field.type(), true)), part);
        }
        return new RecordReads.Part(name, maker.make(part, field.type()), part);
    }

    /** The bracket that opens the fields: the smallest text that stands for all of them. */
    private @Nullable Span brace() {
        Span origin = object.origin();
        if (origin == null || origin.text().isEmpty()) {
            return slot.origin();
        }
        return origin.source().span(origin.start(), origin.start() + 1);
    }
}
