package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text to call. Its body is set once, after all names are known. Equal only to itself. */
public final class CheckedTemplate {

    private final String name;
    private final Span origin;
    private final List<Param> params;
    private Expr.@Nullable Text body;
    private int frame;

    /** A template of that name and those parameters; parameter n stands in slot n of its frame. */
    public CheckedTemplate(String name, Span origin, List<Param> params) {
        this.name = name;
        this.origin = origin;
        this.params = List.copyOf(params);
    }

    /** A parameter; {@code value} is its default, evaluated in the frame of the call, or null without one. */
    public record Param(
            String name,
            Span origin,
            Type type,
            boolean optional,
            @Nullable Expr value) {}

    /** Its name. */
    public String name() {
        return name;
    }

    /** Where its name is declared. */
    public Span origin() {
        return origin;
    }

    /** Its parameters, in their order. */
    public List<Param> params() {
        return params;
    }

    /** Says, once, what its text is and how many slots that takes, those of the parameters included. */
    public void is(Expr.Text text, int slots) {
        if (body != null) {
            throw new IllegalStateException(name + " is known already");
        }
        body = text;
        frame = slots;
    }

    /** Its text. */
    public Expr.Text body() {
        if (body == null) {
            throw new IllegalStateException(name + " is not known yet");
        }
        return body;
    }

    /** The number of its slots. */
    public int frame() {
        return frame;
    }
}
