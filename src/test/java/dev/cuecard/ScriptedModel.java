package dev.cuecard;

import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A model that gives the replies it was told to, in their order, and keeps what it was asked. The last one stays. */
final class ScriptedModel implements ChatClient {

    private final Queue<ChatReply> replies = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();

    /** The next reply is this text. */
    ScriptedModel says(String text) {
        return replies(text, "stop");
    }

    /** The next reply calls tools: {@code weather {"town": "Oslo"}}, each a call. */
    ScriptedModel calls(String... calls) {
        return replies(null, "tool_calls", calls);
    }

    ScriptedModel replies(@Nullable String text, String finish, String... calls) {
        List<ToolCall> all = new ArrayList<>();
        for (String call : calls) {
            int blank = call.indexOf(' ');
            String name = blank < 0 ? call : call.substring(0, blank);
            all.add(new ToolCall(
                    "call_" + (replies.size() + 1) + "_" + (all.size() + 1),
                    name,
                    blank < 0 ? "" : call.substring(blank + 1)));
        }
        replies.add(new ChatReply("gpt-6-luna", text, null, all, finish, new Usage(100, 0, 10), null, false));
        return this;
    }

    List<ChatRequest> requests() {
        return requests;
    }

    /** The messages of the last request, each as JSON. */
    List<String> lastMessages() {
        return requests.get(requests.size() - 1).messages().stream()
                .map(message -> message.toJson().toString())
                .toList();
    }

    @Override
    public synchronized ChatOutcome complete(ChatRequest request) {
        requests.add(request);
        ChatReply reply = replies.size() > 1 ? replies.remove() : replies.element();
        return new ChatOutcome.Answered(reply, Duration.ZERO, 0);
    }
}
