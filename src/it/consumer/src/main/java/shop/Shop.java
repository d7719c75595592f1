package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cuecard.PromptEngine;
import java.util.Objects;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.RuntimeMetaData;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Uses all of them in one process, and says what each of them did. */
public final class Shop {

    private Shop() {}

    record Order(String id, int amount) {}

    public static void main(String[] arguments) throws Exception {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(PromptEngine.class, () -> PromptEngine.builder().build());
            context.registerBean(
                    Sentiment.class, () -> context.getBean(PromptEngine.class).create(Sentiment.class));
            context.refresh();
            Sentiment.Review review = context.getBean(Sentiment.class).simulated("Best purchase of the year!");
            System.out.println("cuecard: " + (review.confidence() <= 1 && !review.reasons().isEmpty()));
        }
        Order order = new ObjectMapper().readValue("{\"id\": \"A1\", \"amount\": 2}", Order.class);
        System.out.println("jackson: " + order + " by " + ObjectMapper.class.getPackageName());
        System.out.println("antlr: " + CharStreams.fromString("abc").size() + " by " + RuntimeMetaData.VERSION);
        System.out.println("module: " + Objects.toString(Shop.class.getModule().getName(), "none"));
    }
}
