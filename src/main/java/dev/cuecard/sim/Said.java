package dev.cuecard.sim;

import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.sim.sample.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated model says.
 *
 * @param content the text, or null
 * @param refusal why it refuses, or null
 * @param calls the functions that it wants called
 * @param finishReason why it stopped
 */
record Said(@Nullable String content, @Nullable String refusal, List<ToolCall> calls, String finishReason) {

    /** Copies the calls. */
    Said {
        calls = List.copyOf(calls);
    }

    private Said(@Nullable String content, @Nullable String refusal, String finishReason) {
        this(content, refusal, List.of(), finishReason);
    }

    static Said whole(String content) {
        return new Said(content, null, "stop");
    }

    static Said calling(List<ToolCall> calls) {
        return new Said(null, null, calls, "tool_calls");
    }

    /** What is said to a request. */
    static Said to(Json.Obj body, long seed, int repeat, Wanted wanted) {
        List<ToolCall> calls = ToolCalling.of(body, seed, repeat, wanted.tools());
        return calls.isEmpty()
                ? whole(Simulation.reply(body, seed, repeat, wanted).content())
                : calling(calls);
    }

    /** The same with a fault of the model; faults of servers change nothing here. */
    Said with(SimFault fault, Dice dice) {
        String text = content == null ? "" : content;
        if (!calls.isEmpty()) {
            return switch (fault) {
                case TRUNCATE -> new Said(null, null, cut(calls, dice), "length");
                case EMPTY, REFUSAL, CONTENT_FILTER -> whole("").with(fault, dice);
                // What a reply looks like is seen in the one that follows.
                default -> this;
            };
        }
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

    private static List<ToolCall> cut(List<ToolCall> calls, Dice dice) {
        List<ToolCall> cut = new ArrayList<>(calls);
        ToolCall last = cut.remove(cut.size() - 1);
        cut.add(new ToolCall(last.id(), last.name(), cut(last.arguments(), dice)));
        return cut;
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
                .put("message", message())
                .put("logprobs", Json.nil())
                .put("finish_reason", finishReason)
                .done();
    }

    /** The pieces of a stream, each a choice. */
    List<Json> pieces(int index) {
        List<Json> pieces = new ArrayList<>();
        pieces.add(piece(index, message(content == null ? null : "", null).done(), null));
        if (refusal != null) {
            pieces.add(piece(index, Json.object().put("refusal", refusal).done(), null));
        }
        for (String word : words()) {
            pieces.add(piece(index, Json.object().put("content", word).done(), null));
        }
        for (int i = 0; i < calls.size(); i++) {
            ToolCall call = calls.get(i);
            ToolCall begun = new ToolCall(call.id(), call.name(), "");
            pieces.add(piece(index, fragment(i, begun.toJson()), null));
            for (String word : words(call.arguments())) {
                Json.Obj more = Json.object().put("arguments", word).done();
                pieces.add(piece(
                        index, fragment(i, Json.object().put("function", more).done()), null));
            }
        }
        pieces.add(piece(index, Json.Obj.EMPTY, finishReason));
        return pieces;
    }

    /** A part of one call. */
    private static Json.Obj fragment(int number, Json.Obj part) {
        Json.ObjBuilder call = Json.object().put("index", number);
        part.members().forEach(call::put);
        return Json.object().put("tool_calls", Json.array(List.of(call.done()))).done();
    }

    /** All that it says, for counting tokens. */
    String counted() {
        return content != null
                ? content
                : calls.stream().map(ToolCall::arguments).collect(Collectors.joining());
    }

    /** The text word by word, blanks with the word before them. */
    List<String> words() {
        return words(content == null ? "" : content);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
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

    private Json.Obj message() {
        Json.ObjBuilder message = message(content, refusal);
        if (!calls.isEmpty()) {
            message.put(
                    "tool_calls",
                    Json.array(calls.stream().map(ToolCall::toJson).toList()));
        }
        return message.done();
    }

    private static Json.ObjBuilder message(@Nullable String text, @Nullable String refused) {
        return Json.object()
                .put("role", "assistant")
                .put("content", text == null ? Json.nil() : Json.of(text))
                .put("refusal", refused == null ? Json.nil() : Json.of(refused))
                .put("annotations", Json.array(List.of()));
    }
}
