package dev.cuecard;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Binder;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs of one prompt that know what was said before: what the user and the model said is the {@code history} of the next
 * run. Safe for many threads, of which one runs at a time and the others wait; what a run has added is seen by all.
 *
 * <p>A run adds two turns, and only when its outcome is valid: the text of the last user message that was sent, and the
 * reply as the model wrote it. A history holds text alone, as the language has it: a picture is not sent again.
 *
 * <pre>{@code
 * Conversation talk = prompt.conversation();
 * Result first = talk.say("What does it cost?");
 * String saved = talk.toJson();
 * Result next = prompt.conversation(saved).say("And in blue?");
 * }</pre>
 */
public final class Conversation {

    private static final int EDITION = 1;

    private final Prompt prompt;
    private final ReentrantLock running = new ReentrantLock(true);
    private volatile List<Turn> turns;

    /**
     * What one side said.
     *
     * @param role {@code user} or {@code assistant}
     * @param content the text
     */
    public record Turn(String role, String content) {

        /** Checks the role. */
        public Turn {
            if (!role.equals("user") && !role.equals("assistant")) {
                throw new IllegalArgumentException("no role of a turn: " + role);
            }
        }

        private Json toJson() {
            return Json.object().put("role", role).put("content", content).done();
        }
    }

    Conversation(Prompt prompt, List<Turn> turns) {
        this.prompt = prompt;
        this.turns = List.copyOf(turns);
    }

    /** The conversation that {@link #toJson} saved. */
    static Conversation restored(Prompt prompt, String saved) {
        if (JsonText.parse(new Source("conversation", saved)) instanceof JsonReading.Parsed parsed
                && parsed.document().value() instanceof Json.Obj object
                && object.get("turns") instanceof Json.Arr list
                && Json.of(EDITION).equals(object.get("conversation"))) {
            if (!Json.of(prompt.name()).equals(object.get("prompt"))) {
                throw new IllegalArgumentException(
                        "a conversation with " + object.get("prompt") + ", not with \"" + prompt.name() + "\"");
            }
            return new Conversation(
                    prompt, list.items().stream().map(Conversation::turn).toList());
        }
        throw new IllegalArgumentException("no saved conversation");
    }

    private static Turn turn(Json json) {
        if (json instanceof Json.Obj object
                && object.get("role") instanceof Json.Str role
                && object.get("content") instanceof Json.Str content) {
            return new Turn(role.value(), content.value());
        }
        throw new IllegalArgumentException("no turn of a conversation: " + json);
    }

    /** The prompt. */
    public Prompt prompt() {
        return prompt;
    }

    /** What was said so far, in its order. */
    public List<Turn> turns() {
        return turns;
    }

    /** All of it as JSON text, for {@link Prompt#conversation(String)}. */
    public String toJson() {
        return JsonText.pretty(
                Json.object()
                        .put("conversation", EDITION)
                        .put("prompt", prompt.name())
                        .put(
                                "turns",
                                Json.array(turns.stream().map(Turn::toJson).toList()))
                        .done(),
                2);
    }

    /**
     * Says something and waits for the reply. The text is the one text input that the prompt requires, or of a prompt that
     * requires no input, a user turn of its history.
     *
     * @throws IllegalStateException when the prompt requires other inputs: {@link #run} takes them
     * @throws InterruptedException when the thread is interrupted; nothing is added then
     */
    public Result say(String text) throws InterruptedException {
        return say(text, RunOptions.DEFAULT);
    }

    /**
     * Says something, with options, and waits for the reply.
     *
     * @param text as for {@link #say(String)}
     * @return the result; a mistake in the text is one, too
     * @throws IllegalStateException when the prompt requires other inputs: {@link #run} takes them
     * @throws InterruptedException when the thread is interrupted; nothing is added then
     */
    public Result say(String text, RunOptions options) throws InterruptedException {
        String input = textInput();
        return input == null
                ? turn(new Turn("user", text), Map.of(), options, null)
                : run(Map.of(input, text), options);
    }

    /** The input that takes what is said, or null where it becomes a turn. */
    private @Nullable String textInput() {
        List<CheckedInput> required = prompt.checked().inputs().stream()
                .filter(CheckedInput::required)
                .toList();
        if (required.isEmpty()) {
            return null;
        } else if (required.size() == 1 && Types.isOnly(required.get(0).type(), Kind.STRING)) {
            return required.get(0).name();
        }
        throw new IllegalStateException("`" + prompt.name() + "` requires more than one text: give its inputs to run");
    }

    /**
     * Runs the prompt with what was said so far as its history.
     *
     * @param inputs as for {@link Prompt#render(Map)}, without a history
     * @return the result; a mistake in the inputs is one, too
     * @throws InterruptedException when the thread is interrupted; nothing is added then
     */
    public Result run(Map<String, ?> inputs, RunOptions options) throws InterruptedException {
        return turn(null, inputs, options, null);
    }

    /**
     * Runs the prompt as {@link #run} does, and tells of the reply as it arrives.
     *
     * @param inputs as for {@link Prompt#render(Map)}, without a history
     * @param listener hears of it on this thread
     * @return the result; a mistake in the inputs is one, too
     * @throws InterruptedException when the thread is interrupted; nothing is added then
     */
    public Result stream(Map<String, ?> inputs, RunOptions options, StreamListener listener)
            throws InterruptedException {
        return turn(null, inputs, options, listener);
    }

    /** @param said what the user says, where no input of the prompt says it */
    private Result turn(
            @Nullable Turn said, Map<String, ?> inputs, RunOptions options, @Nullable StreamListener listener)
            throws InterruptedException {
        running.lockInterruptibly();
        try {
            List<Turn> before = new ArrayList<>(turns);
            if (said != null) {
                before.add(said);
            }
            Map<String, Object> all = new LinkedHashMap<>(inputs);
            all.put(Binder.HISTORY, Json.array(before.stream().map(Turn::toJson).toList()));
            Result result = listener == null ? prompt.run(all, options) : prompt.stream(all, options, listener);
            if (result.isValid()) {
                if (said == null) {
                    before.add(new Turn(
                            "user", lastUserText(prompt.render(all, options).request())));
                }
                before.add(new Turn("assistant", result.text()));
                turns = List.copyOf(before);
            }
            return result;
        } finally {
            running.unlock();
        }
    }

    private static String lastUserText(@Nullable ChatRequest request) {
        List<String> texts = new ArrayList<>();
        if (request != null) {
            for (ChatMessage message : request.messages()) {
                if (message.role() == ChatRole.USER) {
                    texts.clear();
                    texts(message.content(), texts);
                }
            }
        }
        return String.join("\n", texts);
    }

    private static void texts(@Nullable Json content, List<String> texts) {
        if (content instanceof Json.Str text) {
            texts.add(text.value());
        } else if (content instanceof Json.Arr parts) {
            for (Json part : parts.items()) {
                if (part instanceof Json.Obj object && object.get("text") instanceof Json.Str text) {
                    texts.add(text.value());
                }
            }
        }
    }
}
