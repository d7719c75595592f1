import dev.cuecard.Prompt;

final class Example {

    record Review(String label) {}

    record Inputs(boolean loud) {}

    static Object run(Prompt prompt) {
        return prompt.bind(Inputs.class, Review.class);
    }
}
