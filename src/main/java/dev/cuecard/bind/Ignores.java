package dev.cuecard.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fields of an output that a record leaves out on purpose; one that it leaves out without saying so is a mistake.
 *
 * <pre>{@code
 * @Ignores("reasons")
 * record Verdict(Label label, double confidence) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Ignores {

    /** The names of the fields, as the prompt spells them. */
    String[] value();
}
