package dev.cuecard.render;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatTool;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.TokenCount;
import dev.cuecard.data.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens a request is. Texts are counted by the model's encoding, where that is known; how the server joins
 * them is estimated by the rule that the API's makers give: three tokens a message, one for its role, one more for a
 * name, three before the reply. Tools and a schema are counted as the JSON that they are sent as.
 *
 * @param messages the messages, in their order
 * @param tools what the tools take, 0 without any
 * @param schema what the schema of the reply takes, 0 without one
 * @param reply what stands before the reply
 * @param exact whether the texts were counted by the model's own encoding; otherwise all is an estimate
 * @param pictures how many pictures there are, which are not counted
 * @see <a href="https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken">Counting tokens</a>
 */
public record RequestTokens(List<Message> messages, long tools, long schema, long reply, boolean exact, int pictures) {

    private static final int A_MESSAGE = 3;
    private static final int A_ROLE = 1;
    private static final int A_NAME = 1;
    private static final int BEFORE_THE_REPLY = 3;

    /**
     * One message.
     *
     * @param role who speaks
     * @param text the tokens of what is said
     * @param frame the tokens around it, by an estimate
     */
    public record Message(String role, long text, long frame) {}

    /** Copies the list. */
    public RequestTokens {
        messages = List.copyOf(messages);
    }

    /** All together. */
    public long total() {
        return messages.stream().mapToLong(one -> one.text() + one.frame()).sum() + tools + schema + reply;
    }

    /**
     * Counts a request.
     *
     * @param model what is known of its model, or null
     * @return null when the library that counts is not there
     */
    public static @Nullable RequestTokens of(ChatRequest request, @Nullable ModelFacts model) {
        if (Tokens.count(model, "") == null) {
            return null;
        }
        Counting counting = new Counting(model);
        List<Message> messages = new ArrayList<>();
        for (ChatMessage message : request.messages()) {
            long text = counting.content(message.content());
            for (ToolCall call : message.toolCalls()) {
                text += counting.text(call.name()) + counting.text(call.arguments());
            }
            long name = message.name() == null ? 0 : A_NAME + counting.text(message.name());
            messages.add(new Message(message.role().word(), text, A_MESSAGE + A_ROLE + name));
        }
        long tools = 0;
        for (ChatTool tool : request.tools()) {
            tools += counting.text(JsonText.compact(tool.toJson()));
        }
        Json.Obj format = request.responseFormat();
        Json schema = format == null ? null : format.get("json_schema");
        return new RequestTokens(
                messages,
                tools,
                schema == null ? 0 : counting.text(JsonText.compact(schema)),
                BEFORE_THE_REPLY,
                counting.exact,
                counting.pictures);
    }

    private static final class Counting {

        private final @Nullable ModelFacts model;
        private boolean exact = true;
        private int pictures;

        Counting(@Nullable ModelFacts model) {
            this.model = model;
        }

        long text(String text) {
            TokenCount count = Tokens.count(model, text);
            if (count == null) {
                return 0;
            }
            exact &= count.exact();
            return count.tokens();
        }

        long content(@Nullable Json content) {
            if (content instanceof Json.Str text) {
                return text(text.value());
            }
            long sum = 0;
            if (content instanceof Json.Arr parts) {
                for (Json part : parts.items()) {
                    if (part instanceof Json.Obj object && object.get("text") instanceof Json.Str text) {
                        sum += text(text.value());
                    } else {
                        pictures++;
                    }
                }
            }
            return sum;
        }
    }
}
