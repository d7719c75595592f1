package shop;

import dev.cuecard.PromptFile;
import dev.cuecard.RunOptions;
import java.util.List;
import java.util.Optional;

/** What the shop asks a model. */
@PromptFile("sentiment.prompt")
interface Sentiment {

    enum Label {
        POSITIVE,
        NEGATIVE,
        NEUTRAL
    }

    record Review(Label label, double confidence, List<String> reasons, Optional<String> contact) {}

    Review classify(String review, RunOptions options);

    default Review simulated(String review) {
        return classify(review, RunOptions.DEFAULT.withModel("sim"));
    }
}
