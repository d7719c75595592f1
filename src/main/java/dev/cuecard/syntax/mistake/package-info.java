/** The mistakes of syntax, a method each. */
@NullMarked
package dev.cuecard.syntax.mistake;

import org.jspecify.annotations.NullMarked;
