import dev.cuecard.Prompt;
import java.util.Map;

final class Example {

    record Customer(String name, Thread thread) {}

    static Object run(Prompt prompt) {
        return prompt.render(Map.of("text", new Customer("Ada", new Thread())));
    }
}
