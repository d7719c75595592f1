import dev.cuecard.Prompt;

final class Example {

    enum Label {
        POSITIVE,
        NEGATIVE
    }

    sealed interface Answer permits Review {}

    record Review(Label label) implements Answer {}

    static Object run(Prompt prompt) {
        return prompt.bind(Answer.class);
    }
}
