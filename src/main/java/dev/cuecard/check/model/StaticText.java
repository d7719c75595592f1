package dev.cuecard.check.model;

import dev.cuecard.check.CheckedModel;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.check.Step;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.TokenCount;
import dev.cuecard.data.Tokens;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every rendering of a prompt says, whatever its inputs: text outside conditions and loops. */
final class StaticText {

    /** Templates that call templates can say more than anyone wants to read. */
    private static final int MOST_CALLS = 10_000;

    private final StringBuilder all = new StringBuilder();
    private int calls;
    private int most = -1;
    private @Nullable Span largest;

    private StaticText() {}

    /** The finding that it is more than a model reads, or null. */
    static @Nullable Diagnostic over(ModelFacts facts, CheckedModel model, List<Step> steps) {
        Long window = facts.maxInput() != null ? facts.maxInput() : facts.contextWindow();
        if (window == null) {
            return null;
        }
        StaticText text = new StaticText();
        text.steps(steps);
        String said = text.all.toString();
        // A token is at least one byte: most prompts need not be counted.
        if (text.largest == null || said.getBytes(StandardCharsets.UTF_8).length <= window) {
            return null;
        }
        TokenCount count = Tokens.count(facts, said);
        return count == null || count.tokens() <= window
                ? null
                : ModelErrors.overWindow(facts, text.largest, model.origin(), count, window);
    }

    private void steps(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Message message) {
                int before = all.length();
                expr(message.content());
                if (all.length() - before > most) {
                    most = all.length() - before;
                    largest = message.word();
                }
            }
        }
    }

    private void expr(Expr expr) {
        if (expr instanceof Expr.Const constant && constant.value() instanceof Json.Str text) {
            all.append(text.value());
        } else if (expr instanceof Expr.Text text) {
            for (Piece piece : text.pieces()) {
                if (piece instanceof Piece.Literal literal) {
                    all.append(literal.text());
                } else if (piece instanceof Piece.Print print) {
                    expr(print.value());
                }
            }
        } else if (expr instanceof Expr.Let let) {
            expr(let.let().value());
        } else if (expr instanceof Expr.TemplateCall call) {
            if (calls++ < MOST_CALLS) {
                expr(call.template().body());
            }
        } else if (expr instanceof Expr.ListOf list) {
            list.items().stream().filter(item -> !item.spread()).forEach(item -> expr(item.value()));
        }
    }
}
