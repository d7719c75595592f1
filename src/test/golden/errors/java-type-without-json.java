import dev.cuecard.Prompt;
import java.util.Optional;

final class Example {

    record Review(StringBuilder label, double confidence, Optional<String> quote) {}

    static Object run(Prompt prompt) {
        return prompt.bind(Review.class);
    }
}
