package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import java.util.List;

/** Makes, for tests of later stages, what only the checker can make. */
public final class Sealed {

    private Sealed() {}

    /** A computed value. */
    public static CheckedLet let(String name, Span at, Expr value) {
        CheckedLet let = new CheckedLet(name, at);
        let.is(value, new Type.Any(null));
        return let;
    }

    /** A template. */
    public static CheckedTemplate template(String name, Span at, List<CheckedTemplate.Param> params, Expr.Text body) {
        CheckedTemplate template = new CheckedTemplate(name, at, params);
        template.is(body, params.size());
        return template;
    }
}
