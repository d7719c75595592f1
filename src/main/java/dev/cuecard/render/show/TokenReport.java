package dev.cuecard.render.show;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import dev.cuecard.render.ContextWindow;
import dev.cuecard.render.RequestTokens;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request takes of its model, and what that costs.
 *
 * @param request the request
 * @param model what is known of the model, or null
 * @param tokens its tokens
 * @param asOf the day of the table of models
 */
public record TokenReport(ChatRequest request, @Nullable ModelFacts model, RequestTokens tokens, LocalDate asOf) {

    private static final List<String> BOUNDS = List.of("max_completion_tokens", "max_tokens");
    private static final int WIDTH = 10;
    private static final int PERCENT = 100;

    /** The figures as one object; null is what is not known. */
    public Json.Obj toJson() {
        Long bound = bound();
        Long window = ContextWindow.of(model);
        return Json.object()
                .put("model", text(request.model()))
                .put("count", tokens.exact() ? "exact" : "estimate")
                .put(
                        "messages",
                        Json.array(tokens.messages().stream()
                                .map(one -> Json.object()
                                        .put("role", one.role())
                                        .put("text_tokens", one.text())
                                        .put("frame_tokens", one.frame())
                                        .done())
                                .toList()))
                .put("tools_tokens", tokens.tools())
                .put("schema_tokens", tokens.schema())
                .put("reply_frame_tokens", tokens.reply())
                .put("uncounted_images", tokens.pictures())
                .put("total_tokens", tokens.total())
                .put("context_window", number(model == null ? null : model.contextWindow()))
                .put("max_input_tokens", number(window))
                .put("share_of_window", window == null ? Json.nil() : Json.of(share(window)))
                .put("max_reply_tokens", number(bound))
                .put("input_usd", money(cost(0)))
                .put("worst_case_usd", money(bound == null ? null : cost(bound)))
                .done();
    }

    /** The figures as lines. */
    public String toText() {
        StringBuilder out = new StringBuilder();
        out.append("model: ").append(request.model() == null ? "none is named" : request.model());
        out.append("\ntexts: ")
                .append(
                        tokens.exact() && model != null
                                ? "exact, by " + model.encoding()
                                : "estimate, since the encoding of the model is not known");
        out.append("\n\n");
        for (RequestTokens.Message one : tokens.messages()) {
            line(out, one.text() + one.frame(), one.role() + " (text " + grouped(one.text()) + ")");
        }
        if (tokens.tools() > 0) {
            line(out, tokens.tools(), "tools, as their JSON");
        }
        if (tokens.schema() > 0) {
            line(out, tokens.schema(), "schema of the reply, as its JSON");
        }
        line(out, tokens.reply(), "before the reply");
        line(
                out,
                tokens.total(),
                "in all, an estimate: what stands around the texts is counted by the API's rule of thumb");
        if (tokens.pictures() > 0) {
            out.append("not counted: ")
                    .append(tokens.pictures())
                    .append(tokens.pictures() == 1 ? " picture" : " pictures")
                    .append('\n');
        }
        out.append('\n');
        window(out);
        costs(out);
        return out.toString();
    }

    private void window(StringBuilder out) {
        Long most = ContextWindow.of(model);
        if (most == null) {
            out.append("context window: not known").append(unknown()).append('\n');
            return;
        }
        out.append("context window: ")
                .append(share(most)
                        .multiply(BigDecimal.valueOf(PERCENT))
                        .round(new MathContext(2))
                        .toPlainString())
                .append(" % of ")
                .append(grouped(most))
                .append('\n');
    }

    private void costs(StringBuilder out) {
        BigDecimal input = cost(0);
        Long bound = bound();
        if (input == null) {
            out.append("cost: not known").append(unknown()).append('\n');
            return;
        }
        out.append("cost: $")
                .append(input.toPlainString())
                .append(" for the request, by the prices ")
                .append(source());
        BigDecimal worst = bound == null ? null : cost(bound);
        if (bound == null) {
            out.append("\nworst case: not bounded, since no `max_completion_tokens` is set");
        } else if (worst == null) {
            out.append("\nworst case: not known, since the price of the reply is not");
        } else {
            out.append("\nworst case: $")
                    .append(worst.toPlainString())
                    .append(" with a reply of ")
                    .append(grouped(bound))
                    .append(" tokens");
        }
        out.append('\n');
    }

    /** Prices are as old as the table, unless a configuration says them. */
    private String source() {
        ModelFacts builtIn = model == null ? null : ModelTable.builtIn().find(model.name());
        boolean same = builtIn != null
                && model != null
                && same(builtIn.inputUsd(), model.inputUsd())
                && same(builtIn.outputUsd(), model.outputUsd());
        return same ? "of " + asOf : "in `cuecard.json`";
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private String unknown() {
        return model == null && request.model() != null
                ? ", the model is neither in the table of " + asOf + " nor in `cuecard.json`"
                : "";
    }

    private static void line(StringBuilder out, long count, String what) {
        String figure = grouped(count);
        out.append(" ".repeat(Math.max(0, WIDTH - figure.length())))
                .append(figure)
                .append("  ")
                .append(what)
                .append('\n');
    }

    private BigDecimal share(long window) {
        return BigDecimal.valueOf(tokens.total()).divide(BigDecimal.valueOf(window), MathContext.DECIMAL32);
    }

    private @Nullable BigDecimal cost(long reply) {
        return model == null ? null : model.costUsd(tokens.total(), 0, reply);
    }

    /** The most tokens of a reply, as the request says it, or null. */
    private @Nullable Long bound() {
        for (String name : BOUNDS) {
            if (request.parameters().get(name) instanceof Json.Num number) {
                return number.value().longValue();
            }
        }
        return null;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static Json text(@Nullable String value) {
        return value == null ? Json.nil() : Json.of(value);
    }

    private static Json number(@Nullable Long value) {
        return value == null ? Json.nil() : Json.of((long) value);
    }

    private static Json money(@Nullable BigDecimal value) {
        return value == null ? Json.nil() : Json.of(value);
    }
}
