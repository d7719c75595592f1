import dev.cuecard.Prompt;
import dev.cuecard.PromptFile;
import java.util.Optional;

final class Example {

    @PromptFile("java-interface.prompt")
    interface Reviews {
        Review classify(String txet);

        Review again();

        void nothing(String text);
    }

    record Review(String label, double confidence, Optional<String> quote) {}

    static Object run(Prompt prompt) {
        return prompt.as(Reviews.class);
    }
}
