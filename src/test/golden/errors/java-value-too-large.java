import dev.cuecard.Prompt;
import java.util.Map;

final class Example {

    record Count(int count) {}

    static Object run(Prompt prompt) {
        return prompt.bind(Count.class).read("{\"count\": 3000000000}", Map.of("text", "Meh."));
    }
}
