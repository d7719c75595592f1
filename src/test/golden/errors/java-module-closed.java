import dev.cuecard.Prompt;
import dev.cuecard.golden.JavaProgram;

final class Example {

    static Object run(Prompt prompt) {
        return prompt.bind(JavaProgram.inModule("shop", "Review", "record Review(String label) {}"));
    }
}
