import dev.cuecard.Prompt;
import java.util.Optional;

final class Example {

    record Inputs(Optional<String> text) {}

    record Review(String label, double confidence, String quote, String author) {}

    static Object run(Prompt prompt) {
        return prompt.bind(Inputs.class, Review.class);
    }
}
