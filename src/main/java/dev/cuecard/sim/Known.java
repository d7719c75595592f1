package dev.cuecard.sim;

import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.check.Step;
import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that the server knows: a request seldom says what shape the reply should have, but the prompt does. A request
 * comes from it when it holds all the text that every rendering of the prompt has.
 *
 * @param name what a person calls it
 * @param texts that text, in pieces
 * @param output what its replies should be, and which tools it has
 */
public record Known(String name, List<String> texts, Wanted output) {

    /** Less text than this may stand anywhere. */
    private static final int ENOUGH = 12;

    /** Copies the texts. */
    public Known {
        texts = List.copyOf(texts);
    }

    /** A prompt; null when it has too little text of its own to be known by. */
    public static @Nullable Known of(CheckedPrompt prompt) {
        List<String> texts = new ArrayList<>();
        for (Step step : prompt.steps()) {
            if (step instanceof Step.Message message) {
                collect(message.content(), texts);
            }
        }
        Wanted output = Wanted.of(prompt.output(), value -> true)
                .calling(prompt.tools().stream().map(WantedTool::of).toList());
        Known known = new Known(prompt.name(), texts, output);
        return known.length() < ENOUGH ? null : known;
    }

    /** What stands in the text whatever the inputs are. */
    private static void collect(Expr content, List<String> texts) {
        if (content instanceof Expr.Const constant && constant.value() instanceof Json.Str text) {
            add(text.value(), texts);
        } else if (content instanceof Expr.Text text) {
            for (Piece piece : text.pieces()) {
                if (piece instanceof Piece.Literal literal) {
                    add(literal.text(), texts);
                }
            }
        }
    }

    private static void add(String text, List<String> texts) {
        if (!text.isBlank()) {
            texts.add(text.strip());
        }
    }

    /** How much of a request it answers for; of several prompts that a request holds, the one with most is meant. */
    int length() {
        return texts.stream().mapToInt(String::length).sum();
    }

    boolean asks(Json.Obj body) {
        List<String> said = new ArrayList<>();
        if (body.get("messages") instanceof Json.Arr messages) {
            for (Json message : messages.items()) {
                said.add(message instanceof Json.Obj object ? content(object.get("content")) : "");
            }
        }
        return texts.stream().allMatch(text -> said.stream().anyMatch(content -> content.contains(text)));
    }

    private static String content(@Nullable Json content) {
        if (content instanceof Json.Str text) {
            return text.value();
        }
        StringBuilder joined = new StringBuilder();
        if (content instanceof Json.Arr parts) {
            for (Json part : parts.items()) {
                if (part instanceof Json.Obj object && object.get("text") instanceof Json.Str text) {
                    joined.append(text.value()).append('\n');
                }
            }
        }
        return joined.toString();
    }
}
