package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.bind.Spelled;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Interfaces that prompts answer; the simulator answers the prompts. */
class InterfacesTest {

    private static final Path PROMPTS = Path.of("prompts");

    private final PromptEngine engine = PromptEngine.builder().build();

    @AfterEach
    void close() {
        engine.close();
    }

    enum Label {
        POSITIVE,
        NEGATIVE,
        NEUTRAL
    }

    record Review(Label label, double confidence, List<String> reasons, Optional<String> quote) {}

    private static final RunOptions SIM = RunOptions.DEFAULT.withModel("sim");

    @PromptFile("sentiment.prompt")
    interface Sentiment {
        Review classify(@Spelled("review") String review, RunOptions options);

        Optional<Review> maybe(@Spelled("review") String review, RunOptions options);

        Result whole(@Spelled("review") String review, RunOptions options);

        TypedResult<Review> typed(@Spelled("review") String review, RunOptions options) throws InterruptedException;

        CompletableFuture<Review> later(@Spelled("review") String review, RunOptions options);

        Json raw(@Spelled("review") String review, @Spelled("language") @Nullable String language, RunOptions options);

        default Review simulated(String review) {
            return classify(review, SIM);
        }
    }

    @Test
    void eachReturnTypeHasItsMeaning() throws Exception {
        Sentiment sentiment = engine.create(Sentiment.class, PROMPTS);
        Review review = sentiment.simulated("Best!");
        assertThat(review.reasons()).isNotEmpty();
        assertThat(sentiment.maybe("Best!", SIM)).contains(review);
        assertThat(sentiment.whole("Best!", SIM).isSimulated()).isTrue();
        assertThat(sentiment.typed("Best!", SIM).value()).isEqualTo(review);
        assertThat(sentiment.later("Best!", SIM).get()).isEqualTo(review);
        assertThat(sentiment.raw("Best!", null, SIM)).isInstanceOf(Json.Obj.class);
        assertThat(sentiment).hasToString("Sentiment answered by prompts");
        assertThat(List.of(sentiment)).contains(sentiment);
    }

    @Test
    void withoutAnAnswerEachSaysSoInItsWay() {
        Sentiment sentiment = engine.create(Sentiment.class, PROMPTS);
        RunOptions noKey = RunOptions.DEFAULT;
        assertThatThrownBy(() -> sentiment.classify("Best!", noKey))
                .isInstanceOf(NoOutputException.class)
                .hasMessageContaining("P701")
                .hasMessageContaining("the program has given the engine none");
        assertThat(sentiment.maybe("Best!", noKey)).isEmpty();
        assertThat(sentiment.whole("Best!", noKey).isValid()).isFalse();
        assertThatThrownBy(() -> sentiment.later("Best!", noKey).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(NoOutputException.class);
    }

    @Test
    void anInterruptIsNotSwallowed() {
        Sentiment sentiment = engine.create(Sentiment.class, PROMPTS);
        PromptEngine blocked = PromptEngine.builder()
                .client(request -> {
                    new CountDownLatch(1).await();
                    throw new AssertionError("nobody counts it down");
                })
                .build();
        Sentiment stuck = blocked.create(Sentiment.class, PROMPTS);
        assertThat(sentiment).isNotEqualTo(stuck);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> stuck.typed("Best!", RunOptions.DEFAULT)).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> stuck.classify("Best!", RunOptions.DEFAULT)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        blocked.close();
    }

    @PromptFile("sentiment.prompt")
    interface Wrong {
        Review classify(@Spelled("reveiw") String review);

        void nothing(@Spelled("review") String review);

        int number(@Spelled("review") int review);

        Review unnamed(String review);
    }

    interface NoFile {
        String answer();
    }

    @Test
    void allMismatchesAreToldTogether() {
        assertThatThrownBy(() -> engine.create(Wrong.class, PROMPTS))
                .isInstanceOfSatisfying(
                        PromptException.class,
                        e -> assertThat(e.findings())
                                .extracting(Diagnostic::message)
                                .containsExactlyInAnyOrder(
                                        "the parameter `reveiw` of `Wrong.classify` is no input of the prompt",
                                        "`Wrong.nothing` returns nothing",
                                        "`Wrong.number(review)` of type `int` does not go into `string`",
                                        "`Wrong.number` of type `int` cannot hold `{ label: Label, confidence: number(0..1), reasons: string(.…`",
                                        "parameter 1 of `Wrong.unnamed` has no name"));
        assertThatThrownBy(() -> engine.create(NoFile.class)).hasMessageContaining("`NoFile.answer` names no prompt");
        assertThatThrownBy(() -> engine.create(String.class)).hasMessageContaining("`String` is no interface");
    }

    @PromptFile("greeting.prompt")
    interface Greeting {
        String greet(@Spelled("name") String name, RunOptions options);
    }

    @Test
    void aPromptStandsBesideItsInterfaceOnTheClassPathWithWhatItImports() {
        assertThat(engine.create(Greeting.class).greet("Ada", SIM)).isNotBlank();
        assertThat(engine.check(getClass(), "nothing.prompt").findings())
                .extracting(Diagnostic::code)
                .containsExactly(Code.P102);
        assertThat(engine.load(getClass(), "/dev/cuecard/greeting.prompt").name())
                .isEqualTo("greeting");
    }
}
