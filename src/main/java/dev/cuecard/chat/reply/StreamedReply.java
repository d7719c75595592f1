package dev.cuecard.chat.reply;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pieces of a streamed reply, put together: those of each choice and of each tool call apart. */
final class StreamedReply {

    /** The most characters of a reply. */
    static final int LARGEST = 10 << 20;

    private final Map<Integer, Choice> choices = new TreeMap<>();
    private @Nullable String model;
    private @Nullable Usage usage;
    private boolean simulated;
    private boolean begun;
    private int size;

    /** What came of one choice. */
    private static final class Choice {
        private final StringBuilder content = new StringBuilder();
        private final StringBuilder refusal = new StringBuilder();
        private final Map<Integer, Call> calls = new TreeMap<>();
        private @Nullable String finishReason;
        private boolean hasContent;
    }

    /** What came of one tool call. */
    private static final class Call {
        private @Nullable String id;
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
    }

    /** Whether something of the reply has come. */
    boolean hasBegun() {
        return begun;
    }

    /** The characters that have come, of all choices and calls. */
    int size() {
        return size;
    }

    /** Why the model stopped, once it has said so. */
    @Nullable
    String finishReason() {
        Choice choice = choice();
        return choice == null ? null : choice.finishReason;
    }

    /** The text so far, empty when there is none. */
    String text() {
        Choice choice = choice();
        return choice == null ? "" : choice.content.toString();
    }

    /** Whether there is something that a reply can be. */
    boolean hasContent() {
        Choice choice = choice();
        return choice != null && (!choice.content.isEmpty() || !choice.refusal.isEmpty() || !choice.calls.isEmpty());
    }

    /** The choice that is read: index 0, or the lowest. */
    private @Nullable Choice choice() {
        return choices.isEmpty() ? null : choices.values().iterator().next();
    }

    /**
     * Adds a piece.
     *
     * @return what it adds to the text; may be empty
     */
    String add(Json.Obj chunk) {
        model = model == null ? CompletionReader.text(chunk.get("model")) : model;
        Usage counted = CompletionReader.usage(chunk.get("usage"));
        usage = counted == null ? usage : counted;
        simulated |= Json.of(true).equals(chunk.get("simulated"));
        StringBuilder more = new StringBuilder();
        if (chunk.get("choices") instanceof Json.Arr pieces) {
            for (Json piece : pieces.items()) {
                if (piece instanceof Json.Obj object) {
                    int index = index(object, 0);
                    Choice choice = choices.computeIfAbsent(index, number -> new Choice());
                    String added = add(choice, object);
                    if (choice == choice()) {
                        more.append(added);
                    }
                }
            }
        }
        return more.toString();
    }

    private String add(Choice choice, Json.Obj piece) {
        // Some servers end with a whole message.
        Json said = piece.get("delta") instanceof Json.Obj ? piece.get("delta") : piece.get("message");
        Json.Obj delta = said instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        String content = Objects.requireNonNullElse(CompletionReader.content(delta.get("content")), "");
        choice.content.append(content);
        choice.hasContent |= delta.get("content") != null && !(delta.get("content") instanceof Json.Null);
        String refusal = Objects.requireNonNullElse(CompletionReader.text(delta.get("refusal")), "");
        choice.refusal.append(refusal);
        if (delta.get("tool_calls") instanceof Json.Arr calls) {
            for (Json call : calls.items()) {
                if (call instanceof Json.Obj object) {
                    addCall(choice, object);
                }
            }
        }
        size += content.length() + refusal.length();
        String reason = CompletionReader.text(piece.get("finish_reason"));
        choice.finishReason = reason == null ? choice.finishReason : reason;
        begun |= reason != null || delta.members().entrySet().stream().anyMatch(StreamedReply::says);
        return content;
    }

    /** Whether a member of a delta is more than the role. */
    private static boolean says(Map.Entry<String, Json> member) {
        Json value = member.getValue();
        return !member.getKey().equals("role")
                && ((value instanceof Json.Str text && !text.value().isEmpty())
                        || (value instanceof Json.Arr array && !array.items().isEmpty()));
    }

    private void addCall(Choice choice, Json.Obj piece) {
        // Without an index a new name begins another call.
        boolean named = piece.get("function") instanceof Json.Obj function
                && CompletionReader.text(function.get("name")) != null;
        int last = Math.max(0, choice.calls.size() - (named ? 0 : 1));
        Call call = choice.calls.computeIfAbsent(index(piece, last), number -> new Call());
        String id = CompletionReader.text(piece.get("id"));
        call.id = call.id == null ? id : call.id;
        if (piece.get("function") instanceof Json.Obj function) {
            String name = Objects.requireNonNullElse(CompletionReader.text(function.get("name")), "");
            // Some servers say the name again in every piece.
            call.name.append(call.name.toString().equals(name) ? "" : name);
            Json given = function.get("arguments");
            String arguments = given instanceof Json.Str text
                    ? text.value()
                    : given == null || given instanceof Json.Null ? "" : JsonText.compact(given);
            call.arguments.append(arguments);
            size += name.length() + arguments.length();
        }
    }

    private static int index(Json.Obj object, int otherwise) {
        return object.get("index") instanceof Json.Num number
                        && number.isInteger()
                        && number.value().signum() >= 0
                        && number.value().precision() - number.value().scale() <= 6
                ? number.value().intValue()
                : otherwise;
    }

    /** The reply, as a whole one would be. */
    ChatReply reply(@Nullable String requestId) {
        Choice choice = Objects.requireNonNullElseGet(choice(), Choice::new);
        List<ToolCall> calls = choice.calls.entrySet().stream()
                .filter(call -> !call.getValue().name.isEmpty())
                .map(call -> toolCall(call.getKey(), call.getValue()))
                .toList();
        return new ChatReply(
                model,
                choice.hasContent ? choice.content.toString() : null,
                choice.refusal.isEmpty() ? null : choice.refusal.toString(),
                calls,
                choice.finishReason,
                usage,
                requestId,
                simulated);
    }

    private static ToolCall toolCall(int index, Call call) {
        String arguments = call.arguments.isEmpty() ? "{}" : call.arguments.toString();
        return new ToolCall(call.id == null ? "call_" + index : call.id, call.name.toString(), arguments);
    }
}
