package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.PromptEngine;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the Javadoc of a program's entry points compile and run, with what they take for granted before them. */
class JavadocExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* }</pre>", Pattern.DOTALL);

    private static final String LABEL = "enum Label { POSITIVE, NEGATIVE, NEUTRAL }\n";

    private static final String REVIEW =
            "record Review(String label, double confidence, List<String> reasons, Optional<String> quote) {}\n";

    private static final String PROMPT =
            "Prompt prompt = engine.load(\"ask.prompt\", \"prompt ask\\nmodel \\\"m\\\"\\nvar question: string\\nuser question\\n\");\n";

    /** Without one, nothing leaves this machine. */
    private static final String NO_KEY = "String key = null;\n";

    /** What stands before the example of each class. */
    private static final Map<String, String> GRANTED = new LinkedHashMap<>();

    static {
        GRANTED.put("PromptFile", REVIEW);
        GRANTED.put("TypedPrompt", "");
        GRANTED.put("LivePrompt", "");
        GRANTED.put("PromptEngine", NO_KEY);
        GRANTED.put("ToolHandler", NO_KEY);
        GRANTED.put("host/HostFunction", "");
        GRANTED.put("Conversation", PROMPT);
        GRANTED.put("bind/Ignores", LABEL);
        GRANTED.put("bind/Spelled", "");
        GRANTED.put("chat/budget/Budget", "");
        GRANTED.put("render/eval/Limits", "");
        GRANTED.put(
                "chat/Cancellation",
                PROMPT + "class Button { void onClick(Runnable action) {} }\nButton button = new Button();\n"
                        + "Map<String, String> inputs = Map.of(\"question\", \"Why?\");\n");
    }

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> everyExample() throws IOException {
        // Beside the interface of an example on the class path, with what it imports.
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Files.copy(Path.of("prompts/sentiment.prompt"), folder.resolve("sentiment.prompt"));
        Files.copy(Path.of("prompts/shared/model.prompt"), shared.resolve("model.prompt"));
        JavaSnippets snippets = new JavaSnippets();
        for (Map.Entry<String, String> one : GRANTED.entrySet()) {
            Path file = Path.of("src/main/java/dev/cuecard", one.getKey() + ".java");
            List<String> found = EXAMPLE.matcher(Files.readString(file))
                    .results()
                    .map(JavadocExamplesTest::text)
                    .toList();
            assertThat(found).as(file.toString()).hasSize(1);
            snippets.add(name(one.getKey()), one.getValue(), found.get(0));
        }
        snippets.compile(folder);
        return GRANTED.keySet().stream()
                .map(key -> dynamicTest(
                        key,
                        () -> JavaSnippets.run(
                                folder,
                                name(key),
                                PromptEngine.builder()
                                        .client(request -> new ChatOutcome.Answered(answer(), Duration.ZERO, 0)))));
    }

    private static ChatReply answer() {
        String text = "{\"label\": \"positive\", \"confidence\": 0.9, \"reasons\": [\"it says so\"]}";
        return new ChatReply("m", text, null, List.of(), "stop", null, null, false);
    }

    private static String text(MatchResult found) {
        return found.group(1).replaceAll("(?m)^ *\\* ?", "") + "\n";
    }

    private static String name(String key) {
        return "Of" + key.replace("/", "");
    }
}
