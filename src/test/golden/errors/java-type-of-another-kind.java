import dev.cuecard.Prompt;
import java.util.Optional;

final class Example {

    record Review(String label, int confidence, Optional<Integer> quote, int count) {}

    static Object run(Prompt prompt) {
        return prompt.bind(Review.class);
    }
}
