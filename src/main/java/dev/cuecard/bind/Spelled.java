package dev.cuecard.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a prompt spells what Java calls otherwise: the field of a record component, the literal of an enum constant, the
 * input of a parameter, or the value of the tag that stands for a record of a sealed interface.
 *
 * <pre>{@code
 * enum Urgency { @Spelled("asap") HIGH, LOW }
 * record Mail(@Spelled("content-type") String type, Urgency urgency) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Spelled {

    /** The word in the prompt. */
    String value();
}
