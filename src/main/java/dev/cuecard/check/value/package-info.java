/** A checked expression: what is known of its value, and whether that fits what is wanted of it. */
@NullMarked
package dev.cuecard.check.value;

import org.jspecify.annotations.NullMarked;
