package dev.cuecard.golden;

import java.util.List;

/** The kinds that are run. */
final class Kinds {

    static final List<Kind> ALL =
            List.of(new ParseKind(), new ErrorsKind(), new FormatKind(), new RenderKind(), new OutputKind());

    private Kinds() {}
}
