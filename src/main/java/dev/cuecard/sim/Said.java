package dev.cuecard.sim;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.sim.sample.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated model says.
 *
 * @param content the text, or null
 * @param refusal why it refuses, or null
 * @param finishReason why it stopped
 */
record Said(@Nullable String content, @Nullable String refusal, String finishReason) {

    static Said whole(String content) {
        return new Said(content, null, "stop");
    }

    /** The same with a fault of the model; faults of servers change nothing here. */
    Said with(SimFault fault, Dice dice) {
        String text = content == null ? "" : content;
        return switch (fault) {
            case TRUNCATE -> new Said(cut(text, dice), null, "length");
            case FENCE -> whole("```json\n" + text + "\n```");
            case PROSE -> whole("Sure! Here is what you asked for:\n\n" + text + "\n\nLet me know if you need more.");
            case WRONG_TYPE -> whole(changed(text, dice, true));
            case MISSING_FIELD -> whole(changed(text, dice, false));
            case EMPTY -> whole("");
            case REFUSAL -> new Said(null, "I'm sorry, but I can't help with that.", "stop");
            case CONTENT_FILTER -> new Said(cut(text, dice), null, "content_filter");
            default -> this;
        };
    }

    private static String cut(String text, Dice dice) {
        if (text.length() < 2) {
            return "";
        }
        int end = 1 + dice.below(text.length() - 1);
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** A JSON object with one member less, or with one of another type. */
    private static String changed(String text, Dice dice, boolean otherType) {
        if (!(JsonText.parse(new Source("reply", text)) instanceof JsonReading.Parsed parsed)
                || !(parsed.document().value() instanceof Json.Obj object)
                || object.members().isEmpty()) {
            return text;
        }
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        List<String> names = new ArrayList<>(members.keySet());
        String name = names.get(dice.below(names.size()));
        if (otherType) {
            // No declared field is an object with this one member.
            members.put(name, Json.object().put("simulated", "another type").done());
        } else {
            members.remove(name);
        }
        return JsonText.compact(new Json.Obj(members));
    }

    Json toJson(int index) {
        return choice(index)
                .put("message", message(content, refusal))
                .put("logprobs", Json.nil())
                .put("finish_reason", finishReason)
                .done();
    }

    /** The pieces of a stream, each a choice. */
    List<Json> pieces(int index) {
        List<Json> pieces = new ArrayList<>();
        pieces.add(piece(index, message(content == null ? null : "", null), null));
        if (refusal != null) {
            pieces.add(piece(index, Json.object().put("refusal", refusal).done(), null));
        }
        for (String word : words()) {
            pieces.add(piece(index, Json.object().put("content", word).done(), null));
        }
        pieces.add(piece(index, Json.Obj.EMPTY, finishReason));
        return pieces;
    }

    /** The text word by word, blanks with the word before them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        String text = content == null ? "" : content;
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || (text.charAt(i - 1) == ' ' && text.charAt(i) != ' ')) {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        return words;
    }

    private static Json piece(int index, Json.Obj delta, @Nullable String finishReason) {
        return choice(index)
                .put("delta", delta)
                .put("logprobs", Json.nil())
                .put("finish_reason", finishReason == null ? Json.nil() : Json.of(finishReason))
                .done();
    }

    private static Json.ObjBuilder choice(int index) {
        return Json.object().put("index", index);
    }

    private static Json.Obj message(@Nullable String text, @Nullable String refused) {
        return Json.object()
                .put("role", "assistant")
                .put("content", text == null ? Json.nil() : Json.of(text))
                .put("refusal", refused == null ? Json.nil() : Json.of(refused))
                .put("annotations", Json.array(List.of()))
                .done();
    }
}
