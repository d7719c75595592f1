package dev.cuecard.render;

import dev.cuecard.data.ModelFacts;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.value.EvalErrors;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mistakes that only a whole request shows, one method a mistake. */
final class RenderErrors {

    private static final int SHOWN = 7;

    private RenderErrors() {}

    static Diagnostic noUserMessage(@Nullable Span at, String label, List<Omitted> omitted) {
        String message = "no message with the role `user` is left to send";
        Diagnostic.Builder error =
                at == null ? Diagnostic.error(Code.P420, message) : Diagnostic.error(Code.P420, message, at, label);
        if (!omitted.isEmpty()) {
            error.note("a message that renders to white space alone is not sent; left out here: " + omitted.size());
        }
        return error.done();
    }

    static Diagnostic requestTooLong(Span at, int limit) {
        return EvalErrors.textTooLong(at, limit);
    }

    /** A request that its model does not read. */
    static Diagnostic overWindow(ModelFacts model, RequestTokens tokens, long window) {
        return Diagnostic.error(Code.P322, "the request is over the context window of " + Quoted.of(model.name()))
                .note("it has about " + tokens.total() + " tokens, and the model reads at most " + window)
                .note("by message: "
                        + tokens.messages().stream()
                                .limit(SHOWN)
                                .map(one -> Quoted.of(one.role()) + " " + one.text())
                                .collect(Collectors.joining(", "))
                        + (tokens.messages().size() > SHOWN ? " …" : ""))
                .done();
    }
}
