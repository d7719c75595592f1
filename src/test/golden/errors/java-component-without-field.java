import dev.cuecard.Prompt;
import java.util.Optional;

final class Example {

    record Review(String label, double confidense, Optional<String> quote, String author) {}

    static Object run(Prompt prompt) {
        return prompt.bind(Review.class);
    }
}
