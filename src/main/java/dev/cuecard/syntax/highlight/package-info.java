/** Which words and signs of a text are what, for those who show it in colours. Pure. */
@NullMarked
package dev.cuecard.syntax.highlight;

import org.jspecify.annotations.NullMarked;
