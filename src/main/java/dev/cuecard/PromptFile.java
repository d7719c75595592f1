package dev.cuecard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The prompt that answers the methods of an interface, or one of them.
 *
 * <pre>{@code
 * @PromptFile("sentiment.prompt")
 * interface Sentiment {
 *     Review classify(String review);
 * }
 *
 * Review review = engine.create(Sentiment.class).classify("Best purchase of the year!");
 * }</pre>
 *
 * @see PromptEngine#create(Class)
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PromptFile {

    /** The file, from the folder of the interface on the class path, or from the folder that is given with it. */
    String value();
}
